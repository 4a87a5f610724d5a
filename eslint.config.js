import js from "@eslint/js";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import globals from "globals";

/** What makes elements, or a document, of a text. */
const HTML_SINKS = [
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "setHTML",
  "setHTMLUnsafe",
  "parseHTML",
  "parseHTMLUnsafe",
  "parseFromString",
  "createContextualFragment",
  "srcdoc",
  "writeln",
];

const MARKUP = "/<[a-z!\\/?]/i";
const NO_MARKUP = "Scripts hold no markup: make elements with base/dom.js, or say why this one never becomes any.";
/** Texts that are markup, and attributes that are scripts. */
const MARKUP_IN_TEXTS = [
  { selector: `TemplateElement[value.raw=${MARKUP}]`, message: NO_MARKUP },
  { selector: `Literal[value=${MARKUP}]`, message: NO_MARKUP },
  {
    selector:
      "CallExpression[callee.property.name=/^setAttribute/] > Literal:first-child[value=/^(on|srcdoc|style$)/i]",
    message: "Attributes hold no scripts and no styles: use addEventListener, style or a class.",
  },
];

const rules = {
  eqeqeq: "error",
  "no-var": "error",
  "prefer-const": "error",
  "max-len": ["error", { code: 120 }],
  "max-lines": ["error", { max: 300 }],
  "max-lines-per-function": ["error", { max: 60 }],
  complexity: ["error", 12],
  "max-depth": ["error", 4],
  "max-params": ["error", 9],
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-shadow": "error",
  "no-unused-vars": "error",
  "no-use-before-define": ["error", { functions: false }],
  "no-restricted-properties": [
    "error",
    ...HTML_SINKS.map((property) => ({ property, message: "Text goes in as text: use textContent or base/dom.js." })),
    { object: "document", property: "write", message: "Text goes in as text." },
    { property: "localStorage", message: "The state lives in location.hash; sandboxed frames have no storage." },
    { property: "sessionStorage", message: "The state lives in location.hash; sandboxed frames have no storage." },
  ],
  "no-restricted-globals": ["error", "localStorage", "sessionStorage", "fetch", "XMLHttpRequest", "WebSocket"],
  "import-x/export": "error",
  "import-x/first": "error",
  "import-x/named": "error",
  "import-x/namespace": "error",
  "import-x/newline-after-import": "error",
  "import-x/no-duplicates": "error",
  "import-x/no-unresolved": "error",
};

/** Folders of mapgen/web, bottom to top: a folder imports only from those before it. */
const FOLDERS = ["base", "facts", "drawing", "kinds", "map", "time", "panels", "share", "lessons", "app"];

const order = {
  "import-x/no-cycle": "error",
  "import-x/no-restricted-paths": [
    "error",
    {
      zones: FOLDERS.slice(0, -1).map((folder, i) => ({
        target: `./mapgen/web/${folder}`,
        from: FOLDERS.slice(i + 1).map((later) => `./mapgen/web/${later}`),
        message: `${folder} comes before it: pass it in, or move what is asked for down.`,
      })),
    },
  ],
};

const plugins = { "import-x": importX };
const settings = { "import-x/resolver-next": [createNodeResolver()] };
const linterOptions = { reportUnusedDisableDirectives: "error" };
const modules = { ecmaVersion: "latest", sourceType: "module" };

export default [
  { ignores: [".venv*/", "build/", "mapgen/page/static/", "output/"] },
  js.configs.recommended,
  {
    files: ["mapgen/web/**/*.js"],
    languageOptions: { ...modules, globals: { ...globals.browser, L: "readonly" } },
    linterOptions,
    plugins,
    settings,
    rules: { ...rules, ...order, "no-restricted-syntax": ["error", ...MARKUP_IN_TEXTS] },
  },
  {
    files: ["tests/web/**/*.js", "tools/*.js", "eslint.config.js"],
    languageOptions: { ...modules, globals: { ...globals.node, document: "writable" } },
    linterOptions,
    plugins,
    settings,
    rules: { ...rules, "max-lines-per-function": "off", "no-restricted-properties": "off" },
  },
  {
    files: ["tools/bench/*.js"],
    languageOptions: { ...modules, globals: { ...globals.browser, MARK: "readonly" } },
    linterOptions,
    plugins,
    settings,
    rules,
  },
  {
    files: ["tests/browser/**/*.{js,mjs}"],
    languageOptions: { ...modules, globals: { ...globals.node, document: "readonly" } },
    linterOptions,
    plugins,
    settings,
    rules,
  },
];

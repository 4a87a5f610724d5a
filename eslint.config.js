"use strict";

const js = require("@eslint/js");
const globals = require("globals");

const HTML_SINKS = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment"];

const rules = {
  eqeqeq: "error",
  "no-var": "error",
  "prefer-const": "error",
  strict: ["error", "safe"],
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
    ...HTML_SINKS.map((property) => ({ property, message: "Text goes in as text: use textContent or mapgen.dom.el." })),
    { object: "document", property: "write", message: "Text goes in as text." },
    { property: "localStorage", message: "The state lives in location.hash; sandboxed frames have no storage." },
    { property: "sessionStorage", message: "The state lives in location.hash; sandboxed frames have no storage." },
  ],
  "no-restricted-globals": ["error", "localStorage", "sessionStorage", "fetch", "XMLHttpRequest", "WebSocket"],
};

module.exports = [
  js.configs.recommended,
  {
    files: ["mapgen/web/**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "script", globals: { ...globals.browser, L: "readonly" } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules,
  },
  {
    files: ["tests/web/**/*.js", "eslint.config.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "commonjs", globals: { ...globals.node, document: "writable" } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { ...rules, "max-lines-per-function": "off", "no-restricted-properties": "off" },
  },
  {
    files: ["tests/browser/**/*.mjs"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules,
  },
];

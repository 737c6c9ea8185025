import { defineConfig, globalIgnores } from "eslint/config";
import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Only lib/env.ts reads the environment.",
};
const DEFAULT_CASE = {
  selector: "SwitchCase[test=null]",
  message: "A switch has no default: a new kind must break the build at every reader.",
};
const lines = (max) => ["error", { max, skipBlankLines: true, skipComments: true }];

export default defineConfig([
  globalIgnores([
    ".next/**",
    ".data/**",
    "next-env.d.ts",
    "test-results/**",
    "playwright-report/**",
    "db/migrations/**",
  ]),
  ...nextVitals,
  ...nextTypescript,
  {
    rules: {
      "max-lines": ["error", { max: 300 }],
      "no-restricted-syntax": ["error", ENVIRONMENT, DEFAULT_CASE],
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      // A list in capitals may exist for its type alone: (typeof LIST)[number].
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^(_|[A-Z][A-Z_]+$)", ignoreRestSiblings: true },
      ],
      "max-lines-per-function": lines(40),
    },
  },
  { files: ["**/*.tsx"], rules: { "max-lines-per-function": lines(80) } },
  {
    // A test tells its whole story, and a table's declaration its whole table.
    files: ["**/*.test.{ts,tsx}", "**/testing/**", "e2e/**", "bench/**", "db/schema/**"],
    rules: { "max-lines-per-function": "off" },
  },
  {
    files: ["lib/env.ts", "instrumentation.ts", "*.config.{js,mjs,ts}", "scripts/**", "e2e/**", "bench/**"],
    rules: { "no-restricted-syntax": ["error", DEFAULT_CASE], "import/no-anonymous-default-export": "off" },
  },
]);

/**
 * sucrase ships the types of its inner modules in another folder than the modules. We use the inner modules because its
 * one public call hides the tokens, which say where an import stands and which line and column a piece of output came from.
 * The version is pinned exactly in package.json.
 */
declare module "sucrase/dist/esm/parser/index.js" {
  export { parse } from "sucrase/dist/types/parser/index.js";
}
declare module "sucrase/dist/esm/parser/tokenizer/index.js" {
  export { IdentifierRole, type Token } from "sucrase/dist/types/parser/tokenizer/index.js";
}
declare module "sucrase/dist/esm/parser/tokenizer/types.js" {
  export { TokenType } from "sucrase/dist/types/parser/tokenizer/types.js";
}
declare module "sucrase/dist/esm/parser/tokenizer/keywords.js" {
  export { ContextualKeyword } from "sucrase/dist/types/parser/tokenizer/keywords.js";
}
declare module "sucrase/dist/esm/NameManager.js" {
  import NameManager = require("sucrase/dist/types/NameManager.js");
  export default NameManager.default;
}
declare module "sucrase/dist/esm/HelperManager.js" {
  export { HelperManager } from "sucrase/dist/types/HelperManager.js";
}
declare module "sucrase/dist/esm/TokenProcessor.js" {
  import TokenProcessor = require("sucrase/dist/types/TokenProcessor.js");
  export default TokenProcessor.default;
}
declare module "sucrase/dist/esm/CJSImportProcessor.js" {
  import CJSImportProcessor = require("sucrase/dist/types/CJSImportProcessor.js");
  export default CJSImportProcessor.default;
}
declare module "sucrase/dist/esm/identifyShadowedGlobals.js" {
  import identifyShadowedGlobals = require("sucrase/dist/types/identifyShadowedGlobals.js");
  export default identifyShadowedGlobals.default;
}
declare module "sucrase/dist/esm/transformers/RootTransformer.js" {
  import RootTransformer = require("sucrase/dist/types/transformers/RootTransformer.js");
  export default RootTransformer.default;
}

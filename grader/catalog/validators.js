// Generated from grader/contract/*.schema.json by `npm run generate`; do not edit.
var J = (t, r) => () => {
  try {
    return (r || t((r = { exports: {} }).exports, r), r.exports);
  } catch (V) {
    throw ((r = 0), V);
  }
};
var ee = J((K) => {
  "use strict";
  Object.defineProperty(K, "__esModule", { value: !0 });
  function Y(t) {
    let r = t.length,
      V = 0,
      F = 0,
      z;
    for (; F < r;)
      (V++,
        (z = t.charCodeAt(F++)),
        z >= 55296 && z <= 56319 && F < r && ((z = t.charCodeAt(F)), (z & 64512) === 56320 && F++));
    return V;
  }
  K.default = Y;
  Y.code = 'require("ajv/dist/runtime/ucs2length").default';
});
var se = J((fe, re) => {
  "use strict";
  re.exports = function t(r, V) {
    if (r === V) return !0;
    if (r && V && typeof r == "object" && typeof V == "object") {
      if (r.constructor !== V.constructor) return !1;
      var F, z, n;
      if (Array.isArray(r)) {
        if (((F = r.length), F != V.length)) return !1;
        for (z = F; z-- !== 0;) if (!t(r[z], V[z])) return !1;
        return !0;
      }
      if (r.constructor === RegExp) return r.source === V.source && r.flags === V.flags;
      if (r.valueOf !== Object.prototype.valueOf) return r.valueOf() === V.valueOf();
      if (r.toString !== Object.prototype.toString) return r.toString() === V.toString();
      if (((n = Object.keys(r)), (F = n.length), F !== Object.keys(V).length)) return !1;
      for (z = F; z-- !== 0;) if (!Object.prototype.hasOwnProperty.call(V, n[z])) return !1;
      for (z = F; z-- !== 0;) {
        var e = n[z];
        if (!t(r[e], V[e])) return !1;
      }
      return !0;
    }
    return r !== r && V !== V;
  };
});
var ie = J((Q) => {
  "use strict";
  Object.defineProperty(Q, "__esModule", { value: !0 });
  var te = se();
  te.code = 'require("ajv/dist/runtime/equal").default';
  Q.default = te;
});
var ce = g,
  pe = {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "exercise.schema.json",
    title: "Gradus exercise manifest",
    type: "object",
    additionalProperties: !1,
    required: [
      "schemaVersion",
      "id",
      "version",
      "title",
      "summary",
      "track",
      "prerequisites",
      "minutes",
      "functions",
      "invariants",
      "sources",
    ],
    properties: {
      $schema: { type: "string" },
      schemaVersion: { const: 1 },
      id: { $ref: "#/definitions/id" },
      version: { type: "string", pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$" },
      title: { $ref: "#/definitions/localized" },
      summary: { $ref: "#/definitions/localized" },
      track: {
        type: "object",
        additionalProperties: !1,
        required: ["number", "title"],
        properties: { number: { type: "integer", minimum: 1 }, title: { $ref: "#/definitions/localized" } },
      },
      prerequisites: { type: "array", items: { $ref: "#/definitions/id" }, uniqueItems: !0 },
      minutes: { type: "integer", minimum: 1 },
      functions: { type: "array", minItems: 1, items: { $ref: "#/definitions/function" } },
      invariants: {
        type: "object",
        additionalProperties: { $ref: "#/definitions/localized" },
        propertyNames: { $ref: "#/definitions/id" },
      },
      sources: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          additionalProperties: !1,
          required: ["title"],
          properties: { title: { type: "string", minLength: 1 }, equation: { type: "string", minLength: 1 } },
        },
      },
    },
    definitions: {
      id: { type: "string", pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" },
      name: { type: "string", pattern: "^[a-zA-Z][a-zA-Z0-9]*$" },
      localized: {
        type: "object",
        additionalProperties: !1,
        required: ["en", "ja"],
        properties: { en: { type: "string", minLength: 1 }, ja: { type: "string", minLength: 1 } },
      },
      function: {
        type: "object",
        additionalProperties: !1,
        required: ["name", "points", "parameters", "returns"],
        properties: {
          name: { $ref: "#/definitions/name" },
          points: { type: "number", exclusiveMinimum: 0 },
          parameters: {
            type: "array",
            minItems: 1,
            items: {
              type: "object",
              additionalProperties: !1,
              required: ["name", "type"],
              properties: { name: { $ref: "#/definitions/name" }, type: { $ref: "#/definitions/type" } },
            },
          },
          returns: { $ref: "#/definitions/type" },
          tolerance: {
            type: "object",
            additionalProperties: !1,
            properties: {
              rtol: { type: "number", exclusiveMinimum: 0 },
              atol: { type: "number", exclusiveMinimum: 0 },
              scale: {
                anyOf: [
                  { type: "number", exclusiveMinimum: 0 },
                  { type: "object", additionalProperties: { type: "number", exclusiveMinimum: 0 } },
                ],
              },
            },
          },
          insensitiveTo: { type: "array", items: { $ref: "#/definitions/name" }, uniqueItems: !0 },
          followThroughShare: { type: "number", minimum: 0, maximum: 1 },
          cpuMs: { type: "integer", minimum: 10, maximum: 1e4 },
        },
      },
      type: {
        type: "object",
        discriminator: { propertyName: "kind" },
        oneOf: [
          {
            properties: {
              kind: { const: "tensor" },
              shape: { type: "array", items: { type: "string", minLength: 1 }, maxItems: 6 },
            },
            required: ["kind", "shape"],
            additionalProperties: !1,
          },
          {
            properties: {
              kind: { const: "choice" },
              options: { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: !0 },
            },
            required: ["kind", "options"],
            additionalProperties: !1,
          },
          {
            properties: { kind: { const: "list" }, of: { $ref: "#/definitions/type" } },
            required: ["kind", "of"],
            additionalProperties: !1,
          },
          {
            properties: {
              kind: { const: "record" },
              fields: {
                type: "object",
                minProperties: 1,
                additionalProperties: { $ref: "#/definitions/type" },
                propertyNames: { $ref: "#/definitions/name" },
              },
            },
            required: ["kind", "fields"],
            additionalProperties: !1,
          },
        ],
      },
    },
  };
var W = Object.prototype.hasOwnProperty,
  Z = ee().default,
  ne = ie().default,
  U = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u"),
  me = new RegExp("^[0-9]+\\.[0-9]+\\.[0-9]+$", "u");
var R = new RegExp("^[a-zA-Z][a-zA-Z0-9]*$", "u");
var S = { validate: q };
function q(t, { instancePath: r = "", parentData: V, parentDataProperty: F, rootData: z = t } = {}) {
  let n = null,
    e = 0;
  if (e === 0)
    if (t && typeof t == "object" && !Array.isArray(t)) {
      let d = t.kind;
      if (typeof d == "string")
        if (d === "tensor") {
          if (t && typeof t == "object" && !Array.isArray(t)) {
            let a;
            if ((t.kind === void 0 && (a = "kind")) || (t.shape === void 0 && (a = "shape")))
              return (
                (q.errors = [
                  {
                    instancePath: r,
                    schemaPath: "#/oneOf/0/required",
                    keyword: "required",
                    params: { missingProperty: a },
                    message: "must have required property '" + a + "'",
                  },
                ]),
                !1
              );
            {
              let h = e;
              for (let c in t)
                if (!(c === "kind" || c === "shape")) {
                  return (
                    (q.errors = [
                      {
                        instancePath: r,
                        schemaPath: "#/oneOf/0/additionalProperties",
                        keyword: "additionalProperties",
                        params: { additionalProperty: c },
                        message: "must NOT have additional properties",
                      },
                    ]),
                    !1
                  );
                  break;
                }
              if (h === e) {
                if (t.kind !== void 0) {
                  let c = e;
                  if (t.kind !== "tensor")
                    return (
                      (q.errors = [
                        {
                          instancePath: r + "/kind",
                          schemaPath: "#/oneOf/0/properties/kind/const",
                          keyword: "const",
                          params: { allowedValue: "tensor" },
                          message: "must be equal to constant",
                        },
                      ]),
                      !1
                    );
                  var o = c === e;
                } else var o = !0;
                if (o)
                  if (t.shape !== void 0) {
                    let c = t.shape,
                      f = e;
                    if (e === f)
                      if (Array.isArray(c)) {
                        if (c.length > 6)
                          return (
                            (q.errors = [
                              {
                                instancePath: r + "/shape",
                                schemaPath: "#/oneOf/0/properties/shape/maxItems",
                                keyword: "maxItems",
                                params: { limit: 6 },
                                message: "must NOT have more than 6 items",
                              },
                            ]),
                            !1
                          );
                        {
                          var I = !0;
                          let s = c.length;
                          for (let l = 0; l < s; l++) {
                            let w = c[l],
                              u = e;
                            if (e === u)
                              if (typeof w == "string") {
                                if (Z(w) < 1)
                                  return (
                                    (q.errors = [
                                      {
                                        instancePath: r + "/shape/" + l,
                                        schemaPath: "#/oneOf/0/properties/shape/items/minLength",
                                        keyword: "minLength",
                                        params: { limit: 1 },
                                        message: "must NOT have fewer than 1 characters",
                                      },
                                    ]),
                                    !1
                                  );
                              } else
                                return (
                                  (q.errors = [
                                    {
                                      instancePath: r + "/shape/" + l,
                                      schemaPath: "#/oneOf/0/properties/shape/items/type",
                                      keyword: "type",
                                      params: { type: "string" },
                                      message: "must be string",
                                    },
                                  ]),
                                  !1
                                );
                            var I = u === e;
                            if (!I) break;
                          }
                        }
                      } else
                        return (
                          (q.errors = [
                            {
                              instancePath: r + "/shape",
                              schemaPath: "#/oneOf/0/properties/shape/type",
                              keyword: "type",
                              params: { type: "array" },
                              message: "must be array",
                            },
                          ]),
                          !1
                        );
                    var o = f === e;
                  } else var o = !0;
              }
            }
          }
        } else if (d === "choice") {
          if (t && typeof t == "object" && !Array.isArray(t)) {
            let a;
            if ((t.kind === void 0 && (a = "kind")) || (t.options === void 0 && (a = "options")))
              return (
                (q.errors = [
                  {
                    instancePath: r,
                    schemaPath: "#/oneOf/1/required",
                    keyword: "required",
                    params: { missingProperty: a },
                    message: "must have required property '" + a + "'",
                  },
                ]),
                !1
              );
            {
              let h = e;
              for (let c in t)
                if (!(c === "kind" || c === "options")) {
                  return (
                    (q.errors = [
                      {
                        instancePath: r,
                        schemaPath: "#/oneOf/1/additionalProperties",
                        keyword: "additionalProperties",
                        params: { additionalProperty: c },
                        message: "must NOT have additional properties",
                      },
                    ]),
                    !1
                  );
                  break;
                }
              if (h === e) {
                if (t.kind !== void 0) {
                  let c = e;
                  if (t.kind !== "choice")
                    return (
                      (q.errors = [
                        {
                          instancePath: r + "/kind",
                          schemaPath: "#/oneOf/1/properties/kind/const",
                          keyword: "const",
                          params: { allowedValue: "choice" },
                          message: "must be equal to constant",
                        },
                      ]),
                      !1
                    );
                  var x = c === e;
                } else var x = !0;
                if (x)
                  if (t.options !== void 0) {
                    let c = t.options,
                      f = e;
                    if (e === f)
                      if (Array.isArray(c)) {
                        if (c.length < 1)
                          return (
                            (q.errors = [
                              {
                                instancePath: r + "/options",
                                schemaPath: "#/oneOf/1/properties/options/minItems",
                                keyword: "minItems",
                                params: { limit: 1 },
                                message: "must NOT have fewer than 1 items",
                              },
                            ]),
                            !1
                          );
                        {
                          var M = !0;
                          let s = c.length;
                          for (let l = 0; l < s; l++) {
                            let w = e;
                            if (typeof c[l] != "string")
                              return (
                                (q.errors = [
                                  {
                                    instancePath: r + "/options/" + l,
                                    schemaPath: "#/oneOf/1/properties/options/items/type",
                                    keyword: "type",
                                    params: { type: "string" },
                                    message: "must be string",
                                  },
                                ]),
                                !1
                              );
                            var M = w === e;
                            if (!M) break;
                          }
                          if (M) {
                            let l = c.length,
                              w;
                            if (l > 1) {
                              let u = {};
                              for (; l--;) {
                                let m = c[l];
                                if (typeof m == "string") {
                                  if (typeof u[m] == "number") {
                                    return (
                                      (w = u[m]),
                                      (q.errors = [
                                        {
                                          instancePath: r + "/options",
                                          schemaPath: "#/oneOf/1/properties/options/uniqueItems",
                                          keyword: "uniqueItems",
                                          params: { i: l, j: w },
                                          message:
                                            "must NOT have duplicate items (items ## " +
                                            w +
                                            " and " +
                                            l +
                                            " are identical)",
                                        },
                                      ]),
                                      !1
                                    );
                                    break;
                                  }
                                  u[m] = l;
                                }
                              }
                            }
                          }
                        }
                      } else
                        return (
                          (q.errors = [
                            {
                              instancePath: r + "/options",
                              schemaPath: "#/oneOf/1/properties/options/type",
                              keyword: "type",
                              params: { type: "array" },
                              message: "must be array",
                            },
                          ]),
                          !1
                        );
                    var x = f === e;
                  } else var x = !0;
              }
            }
          }
        } else if (d === "list") {
          if (t && typeof t == "object" && !Array.isArray(t)) {
            let a;
            if ((t.kind === void 0 && (a = "kind")) || (t.of === void 0 && (a = "of")))
              return (
                (q.errors = [
                  {
                    instancePath: r,
                    schemaPath: "#/oneOf/2/required",
                    keyword: "required",
                    params: { missingProperty: a },
                    message: "must have required property '" + a + "'",
                  },
                ]),
                !1
              );
            {
              let h = e;
              for (let c in t)
                if (!(c === "kind" || c === "of")) {
                  return (
                    (q.errors = [
                      {
                        instancePath: r,
                        schemaPath: "#/oneOf/2/additionalProperties",
                        keyword: "additionalProperties",
                        params: { additionalProperty: c },
                        message: "must NOT have additional properties",
                      },
                    ]),
                    !1
                  );
                  break;
                }
              if (h === e) {
                if (t.kind !== void 0) {
                  let c = e;
                  if (t.kind !== "list")
                    return (
                      (q.errors = [
                        {
                          instancePath: r + "/kind",
                          schemaPath: "#/oneOf/2/properties/kind/const",
                          keyword: "const",
                          params: { allowedValue: "list" },
                          message: "must be equal to constant",
                        },
                      ]),
                      !1
                    );
                  var L = c === e;
                } else var L = !0;
                if (L)
                  if (t.of !== void 0) {
                    let c = e;
                    S.validate(t.of, {
                      instancePath: r + "/of",
                      parentData: t,
                      parentDataProperty: "of",
                      rootData: z,
                    }) ||
                      ((n = n === null ? S.validate.errors : n.concat(S.validate.errors)), (e = n.length));
                    var L = c === e;
                  } else var L = !0;
              }
            }
          }
        } else if (d === "record") {
          if (t && typeof t == "object" && !Array.isArray(t)) {
            let a;
            if ((t.kind === void 0 && (a = "kind")) || (t.fields === void 0 && (a = "fields")))
              return (
                (q.errors = [
                  {
                    instancePath: r,
                    schemaPath: "#/oneOf/3/required",
                    keyword: "required",
                    params: { missingProperty: a },
                    message: "must have required property '" + a + "'",
                  },
                ]),
                !1
              );
            {
              let h = e;
              for (let c in t)
                if (!(c === "kind" || c === "fields")) {
                  return (
                    (q.errors = [
                      {
                        instancePath: r,
                        schemaPath: "#/oneOf/3/additionalProperties",
                        keyword: "additionalProperties",
                        params: { additionalProperty: c },
                        message: "must NOT have additional properties",
                      },
                    ]),
                    !1
                  );
                  break;
                }
              if (h === e) {
                if (t.kind !== void 0) {
                  let c = e;
                  if (t.kind !== "record")
                    return (
                      (q.errors = [
                        {
                          instancePath: r + "/kind",
                          schemaPath: "#/oneOf/3/properties/kind/const",
                          keyword: "const",
                          params: { allowedValue: "record" },
                          message: "must be equal to constant",
                        },
                      ]),
                      !1
                    );
                  var T = c === e;
                } else var T = !0;
                if (T)
                  if (t.fields !== void 0) {
                    let c = t.fields,
                      f = e;
                    if (e === f)
                      if (c && typeof c == "object" && !Array.isArray(c)) {
                        if (Object.keys(c).length < 1)
                          return (
                            (q.errors = [
                              {
                                instancePath: r + "/fields",
                                schemaPath: "#/oneOf/3/properties/fields/minProperties",
                                keyword: "minProperties",
                                params: { limit: 1 },
                                message: "must NOT have fewer than 1 properties",
                              },
                            ]),
                            !1
                          );
                        for (let s in c) {
                          let l = e;
                          if (e === e)
                            if (typeof s == "string") {
                              if (!R.test(s)) {
                                let u = {
                                  instancePath: r + "/fields",
                                  schemaPath: "#/definitions/name/pattern",
                                  keyword: "pattern",
                                  params: { pattern: "^[a-zA-Z][a-zA-Z0-9]*$" },
                                  message: 'must match pattern "^[a-zA-Z][a-zA-Z0-9]*$"',
                                  propertyName: s,
                                };
                                (n === null ? (n = [u]) : n.push(u), e++);
                              }
                            } else {
                              let u = {
                                instancePath: r + "/fields",
                                schemaPath: "#/definitions/name/type",
                                keyword: "type",
                                params: { type: "string" },
                                message: "must be string",
                                propertyName: s,
                              };
                              (n === null ? (n = [u]) : n.push(u), e++);
                            }
                          var B = l === e;
                          if (!B) {
                            let u = {
                              instancePath: r + "/fields",
                              schemaPath: "#/oneOf/3/properties/fields/propertyNames",
                              keyword: "propertyNames",
                              params: { propertyName: s },
                              message: "property name must be valid",
                            };
                            return (n === null ? (n = [u]) : n.push(u), e++, (q.errors = n), !1);
                            break;
                          }
                        }
                        if (B)
                          for (let s in c) {
                            let l = e;
                            S.validate(c[s], {
                              instancePath: r + "/fields/" + s.replace(/~/g, "~0").replace(/\//g, "~1"),
                              parentData: c,
                              parentDataProperty: s,
                              rootData: z,
                            }) ||
                              ((n = n === null ? S.validate.errors : n.concat(S.validate.errors)),
                              (e = n.length));
                            var A = l === e;
                            if (!A) break;
                          }
                      } else
                        return (
                          (q.errors = [
                            {
                              instancePath: r + "/fields",
                              schemaPath: "#/oneOf/3/properties/fields/type",
                              keyword: "type",
                              params: { type: "object" },
                              message: "must be object",
                            },
                          ]),
                          !1
                        );
                    var T = f === e;
                  } else var T = !0;
              }
            }
          }
        } else
          return (
            (q.errors = [
              {
                instancePath: r,
                schemaPath: "#/discriminator",
                keyword: "discriminator",
                params: { error: "mapping", tag: "kind", tagValue: d },
                message: 'value of tag "kind" must be in oneOf',
              },
            ]),
            !1
          );
      else
        return (
          (q.errors = [
            {
              instancePath: r,
              schemaPath: "#/discriminator",
              keyword: "discriminator",
              params: { error: "tag", tag: "kind", tagValue: d },
              message: 'tag "kind" must be string',
            },
          ]),
          !1
        );
    } else
      return (
        (q.errors = [
          {
            instancePath: r,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            message: "must be object",
          },
        ]),
        !1
      );
  return ((q.errors = n), e === 0);
}
function _(t, { instancePath: r = "", parentData: V, parentDataProperty: F, rootData: z = t } = {}) {
  let n = null,
    e = 0;
  if (e === 0)
    if (t && typeof t == "object" && !Array.isArray(t)) {
      let A;
      if (
        (t.name === void 0 && (A = "name")) ||
        (t.points === void 0 && (A = "points")) ||
        (t.parameters === void 0 && (A = "parameters")) ||
        (t.returns === void 0 && (A = "returns"))
      )
        return (
          (_.errors = [
            {
              instancePath: r,
              schemaPath: "#/required",
              keyword: "required",
              params: { missingProperty: A },
              message: "must have required property '" + A + "'",
            },
          ]),
          !1
        );
      {
        let d = e;
        for (let a in t)
          if (!(
            a === "name" ||
            a === "points" ||
            a === "parameters" ||
            a === "returns" ||
            a === "tolerance" ||
            a === "insensitiveTo" ||
            a === "followThroughShare" ||
            a === "cpuMs"
          )) {
            return (
              (_.errors = [
                {
                  instancePath: r,
                  schemaPath: "#/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: a },
                  message: "must NOT have additional properties",
                },
              ]),
              !1
            );
            break;
          }
        if (d === e) {
          if (t.name !== void 0) {
            let a = t.name,
              h = e;
            if (e === e)
              if (typeof a == "string") {
                if (!R.test(a))
                  return (
                    (_.errors = [
                      {
                        instancePath: r + "/name",
                        schemaPath: "#/definitions/name/pattern",
                        keyword: "pattern",
                        params: { pattern: "^[a-zA-Z][a-zA-Z0-9]*$" },
                        message: 'must match pattern "^[a-zA-Z][a-zA-Z0-9]*$"',
                      },
                    ]),
                    !1
                  );
              } else
                return (
                  (_.errors = [
                    {
                      instancePath: r + "/name",
                      schemaPath: "#/definitions/name/type",
                      keyword: "type",
                      params: { type: "string" },
                      message: "must be string",
                    },
                  ]),
                  !1
                );
            var o = h === e;
          } else var o = !0;
          if (o) {
            if (t.points !== void 0) {
              let a = t.points,
                h = e;
              if (e === h)
                if (typeof a == "number" && isFinite(a)) {
                  if (a <= 0 || isNaN(a))
                    return (
                      (_.errors = [
                        {
                          instancePath: r + "/points",
                          schemaPath: "#/properties/points/exclusiveMinimum",
                          keyword: "exclusiveMinimum",
                          params: { comparison: ">", limit: 0 },
                          message: "must be > 0",
                        },
                      ]),
                      !1
                    );
                } else
                  return (
                    (_.errors = [
                      {
                        instancePath: r + "/points",
                        schemaPath: "#/properties/points/type",
                        keyword: "type",
                        params: { type: "number" },
                        message: "must be number",
                      },
                    ]),
                    !1
                  );
              var o = h === e;
            } else var o = !0;
            if (o) {
              if (t.parameters !== void 0) {
                let a = t.parameters,
                  h = e;
                if (e === h)
                  if (Array.isArray(a)) {
                    if (a.length < 1)
                      return (
                        (_.errors = [
                          {
                            instancePath: r + "/parameters",
                            schemaPath: "#/properties/parameters/minItems",
                            keyword: "minItems",
                            params: { limit: 1 },
                            message: "must NOT have fewer than 1 items",
                          },
                        ]),
                        !1
                      );
                    {
                      var I = !0;
                      let f = a.length;
                      for (let i = 0; i < f; i++) {
                        let s = a[i],
                          l = e;
                        if (e === l)
                          if (s && typeof s == "object" && !Array.isArray(s)) {
                            let u;
                            if ((s.name === void 0 && (u = "name")) || (s.type === void 0 && (u = "type")))
                              return (
                                (_.errors = [
                                  {
                                    instancePath: r + "/parameters/" + i,
                                    schemaPath: "#/properties/parameters/items/required",
                                    keyword: "required",
                                    params: { missingProperty: u },
                                    message: "must have required property '" + u + "'",
                                  },
                                ]),
                                !1
                              );
                            {
                              let m = e;
                              for (let p in s)
                                if (!(p === "name" || p === "type")) {
                                  return (
                                    (_.errors = [
                                      {
                                        instancePath: r + "/parameters/" + i,
                                        schemaPath: "#/properties/parameters/items/additionalProperties",
                                        keyword: "additionalProperties",
                                        params: { additionalProperty: p },
                                        message: "must NOT have additional properties",
                                      },
                                    ]),
                                    !1
                                  );
                                  break;
                                }
                              if (m === e) {
                                if (s.name !== void 0) {
                                  let p = s.name,
                                    v = e;
                                  if (e === e)
                                    if (typeof p == "string") {
                                      if (!R.test(p))
                                        return (
                                          (_.errors = [
                                            {
                                              instancePath: r + "/parameters/" + i + "/name",
                                              schemaPath: "#/definitions/name/pattern",
                                              keyword: "pattern",
                                              params: { pattern: "^[a-zA-Z][a-zA-Z0-9]*$" },
                                              message: 'must match pattern "^[a-zA-Z][a-zA-Z0-9]*$"',
                                            },
                                          ]),
                                          !1
                                        );
                                    } else
                                      return (
                                        (_.errors = [
                                          {
                                            instancePath: r + "/parameters/" + i + "/name",
                                            schemaPath: "#/definitions/name/type",
                                            keyword: "type",
                                            params: { type: "string" },
                                            message: "must be string",
                                          },
                                        ]),
                                        !1
                                      );
                                  var x = v === e;
                                } else var x = !0;
                                if (x)
                                  if (s.type !== void 0) {
                                    let p = e;
                                    q(s.type, {
                                      instancePath: r + "/parameters/" + i + "/type",
                                      parentData: s,
                                      parentDataProperty: "type",
                                      rootData: z,
                                    }) || ((n = n === null ? q.errors : n.concat(q.errors)), (e = n.length));
                                    var x = p === e;
                                  } else var x = !0;
                              }
                            }
                          } else
                            return (
                              (_.errors = [
                                {
                                  instancePath: r + "/parameters/" + i,
                                  schemaPath: "#/properties/parameters/items/type",
                                  keyword: "type",
                                  params: { type: "object" },
                                  message: "must be object",
                                },
                              ]),
                              !1
                            );
                        var I = l === e;
                        if (!I) break;
                      }
                    }
                  } else
                    return (
                      (_.errors = [
                        {
                          instancePath: r + "/parameters",
                          schemaPath: "#/properties/parameters/type",
                          keyword: "type",
                          params: { type: "array" },
                          message: "must be array",
                        },
                      ]),
                      !1
                    );
                var o = h === e;
              } else var o = !0;
              if (o) {
                if (t.returns !== void 0) {
                  let a = e;
                  q(t.returns, {
                    instancePath: r + "/returns",
                    parentData: t,
                    parentDataProperty: "returns",
                    rootData: z,
                  }) || ((n = n === null ? q.errors : n.concat(q.errors)), (e = n.length));
                  var o = a === e;
                } else var o = !0;
                if (o) {
                  if (t.tolerance !== void 0) {
                    let a = t.tolerance,
                      h = e;
                    if (e === h)
                      if (a && typeof a == "object" && !Array.isArray(a)) {
                        let f = e;
                        for (let i in a)
                          if (!(i === "rtol" || i === "atol" || i === "scale")) {
                            return (
                              (_.errors = [
                                {
                                  instancePath: r + "/tolerance",
                                  schemaPath: "#/properties/tolerance/additionalProperties",
                                  keyword: "additionalProperties",
                                  params: { additionalProperty: i },
                                  message: "must NOT have additional properties",
                                },
                              ]),
                              !1
                            );
                            break;
                          }
                        if (f === e) {
                          if (a.rtol !== void 0) {
                            let i = a.rtol,
                              s = e;
                            if (e === s)
                              if (typeof i == "number" && isFinite(i)) {
                                if (i <= 0 || isNaN(i))
                                  return (
                                    (_.errors = [
                                      {
                                        instancePath: r + "/tolerance/rtol",
                                        schemaPath: "#/properties/tolerance/properties/rtol/exclusiveMinimum",
                                        keyword: "exclusiveMinimum",
                                        params: { comparison: ">", limit: 0 },
                                        message: "must be > 0",
                                      },
                                    ]),
                                    !1
                                  );
                              } else
                                return (
                                  (_.errors = [
                                    {
                                      instancePath: r + "/tolerance/rtol",
                                      schemaPath: "#/properties/tolerance/properties/rtol/type",
                                      keyword: "type",
                                      params: { type: "number" },
                                      message: "must be number",
                                    },
                                  ]),
                                  !1
                                );
                            var M = s === e;
                          } else var M = !0;
                          if (M) {
                            if (a.atol !== void 0) {
                              let i = a.atol,
                                s = e;
                              if (e === s)
                                if (typeof i == "number" && isFinite(i)) {
                                  if (i <= 0 || isNaN(i))
                                    return (
                                      (_.errors = [
                                        {
                                          instancePath: r + "/tolerance/atol",
                                          schemaPath:
                                            "#/properties/tolerance/properties/atol/exclusiveMinimum",
                                          keyword: "exclusiveMinimum",
                                          params: { comparison: ">", limit: 0 },
                                          message: "must be > 0",
                                        },
                                      ]),
                                      !1
                                    );
                                } else
                                  return (
                                    (_.errors = [
                                      {
                                        instancePath: r + "/tolerance/atol",
                                        schemaPath: "#/properties/tolerance/properties/atol/type",
                                        keyword: "type",
                                        params: { type: "number" },
                                        message: "must be number",
                                      },
                                    ]),
                                    !1
                                  );
                              var M = s === e;
                            } else var M = !0;
                            if (M)
                              if (a.scale !== void 0) {
                                let i = a.scale,
                                  s = e,
                                  l = e,
                                  w = !1,
                                  u = e;
                                if (e === u)
                                  if (typeof i == "number" && isFinite(i)) {
                                    if (i <= 0 || isNaN(i)) {
                                      let p = {
                                        instancePath: r + "/tolerance/scale",
                                        schemaPath:
                                          "#/properties/tolerance/properties/scale/anyOf/0/exclusiveMinimum",
                                        keyword: "exclusiveMinimum",
                                        params: { comparison: ">", limit: 0 },
                                        message: "must be > 0",
                                      };
                                      (n === null ? (n = [p]) : n.push(p), e++);
                                    }
                                  } else {
                                    let p = {
                                      instancePath: r + "/tolerance/scale",
                                      schemaPath: "#/properties/tolerance/properties/scale/anyOf/0/type",
                                      keyword: "type",
                                      params: { type: "number" },
                                      message: "must be number",
                                    };
                                    (n === null ? (n = [p]) : n.push(p), e++);
                                  }
                                var L = u === e;
                                if (((w = w || L), !w)) {
                                  let p = e;
                                  if (e === p)
                                    if (i && typeof i == "object" && !Array.isArray(i))
                                      for (let k in i) {
                                        let $ = i[k],
                                          y = e;
                                        if (e === y)
                                          if (typeof $ == "number" && isFinite($)) {
                                            if ($ <= 0 || isNaN($)) {
                                              let b = {
                                                instancePath:
                                                  r +
                                                  "/tolerance/scale/" +
                                                  k.replace(/~/g, "~0").replace(/\//g, "~1"),
                                                schemaPath:
                                                  "#/properties/tolerance/properties/scale/anyOf/1/additionalProperties/exclusiveMinimum",
                                                keyword: "exclusiveMinimum",
                                                params: { comparison: ">", limit: 0 },
                                                message: "must be > 0",
                                              };
                                              (n === null ? (n = [b]) : n.push(b), e++);
                                            }
                                          } else {
                                            let b = {
                                              instancePath:
                                                r +
                                                "/tolerance/scale/" +
                                                k.replace(/~/g, "~0").replace(/\//g, "~1"),
                                              schemaPath:
                                                "#/properties/tolerance/properties/scale/anyOf/1/additionalProperties/type",
                                              keyword: "type",
                                              params: { type: "number" },
                                              message: "must be number",
                                            };
                                            (n === null ? (n = [b]) : n.push(b), e++);
                                          }
                                        var T = y === e;
                                        if (!T) break;
                                      }
                                    else {
                                      let k = {
                                        instancePath: r + "/tolerance/scale",
                                        schemaPath: "#/properties/tolerance/properties/scale/anyOf/1/type",
                                        keyword: "type",
                                        params: { type: "object" },
                                        message: "must be object",
                                      };
                                      (n === null ? (n = [k]) : n.push(k), e++);
                                    }
                                  var L = p === e;
                                  w = w || L;
                                }
                                if (w) ((e = l), n !== null && (l ? (n.length = l) : (n = null)));
                                else {
                                  let p = {
                                    instancePath: r + "/tolerance/scale",
                                    schemaPath: "#/properties/tolerance/properties/scale/anyOf",
                                    keyword: "anyOf",
                                    params: {},
                                    message: "must match a schema in anyOf",
                                  };
                                  return (n === null ? (n = [p]) : n.push(p), e++, (_.errors = n), !1);
                                }
                                var M = s === e;
                              } else var M = !0;
                          }
                        }
                      } else
                        return (
                          (_.errors = [
                            {
                              instancePath: r + "/tolerance",
                              schemaPath: "#/properties/tolerance/type",
                              keyword: "type",
                              params: { type: "object" },
                              message: "must be object",
                            },
                          ]),
                          !1
                        );
                    var o = h === e;
                  } else var o = !0;
                  if (o) {
                    if (t.insensitiveTo !== void 0) {
                      let a = t.insensitiveTo,
                        h = e;
                      if (e === h)
                        if (Array.isArray(a)) {
                          var B = !0;
                          let f = a.length;
                          for (let i = 0; i < f; i++) {
                            let s = a[i],
                              l = e;
                            if (e === e)
                              if (typeof s == "string") {
                                if (!R.test(s))
                                  return (
                                    (_.errors = [
                                      {
                                        instancePath: r + "/insensitiveTo/" + i,
                                        schemaPath: "#/definitions/name/pattern",
                                        keyword: "pattern",
                                        params: { pattern: "^[a-zA-Z][a-zA-Z0-9]*$" },
                                        message: 'must match pattern "^[a-zA-Z][a-zA-Z0-9]*$"',
                                      },
                                    ]),
                                    !1
                                  );
                              } else
                                return (
                                  (_.errors = [
                                    {
                                      instancePath: r + "/insensitiveTo/" + i,
                                      schemaPath: "#/definitions/name/type",
                                      keyword: "type",
                                      params: { type: "string" },
                                      message: "must be string",
                                    },
                                  ]),
                                  !1
                                );
                            var B = l === e;
                            if (!B) break;
                          }
                          if (B) {
                            let i = a.length,
                              s;
                            if (i > 1) {
                              e: for (; i--;)
                                for (s = i; s--;)
                                  if (ne(a[i], a[s])) {
                                    return (
                                      (_.errors = [
                                        {
                                          instancePath: r + "/insensitiveTo",
                                          schemaPath: "#/properties/insensitiveTo/uniqueItems",
                                          keyword: "uniqueItems",
                                          params: { i, j: s },
                                          message:
                                            "must NOT have duplicate items (items ## " +
                                            s +
                                            " and " +
                                            i +
                                            " are identical)",
                                        },
                                      ]),
                                      !1
                                    );
                                    break e;
                                  }
                            }
                          }
                        } else
                          return (
                            (_.errors = [
                              {
                                instancePath: r + "/insensitiveTo",
                                schemaPath: "#/properties/insensitiveTo/type",
                                keyword: "type",
                                params: { type: "array" },
                                message: "must be array",
                              },
                            ]),
                            !1
                          );
                      var o = h === e;
                    } else var o = !0;
                    if (o) {
                      if (t.followThroughShare !== void 0) {
                        let a = t.followThroughShare,
                          h = e;
                        if (e === h)
                          if (typeof a == "number" && isFinite(a)) {
                            if (a > 1 || isNaN(a))
                              return (
                                (_.errors = [
                                  {
                                    instancePath: r + "/followThroughShare",
                                    schemaPath: "#/properties/followThroughShare/maximum",
                                    keyword: "maximum",
                                    params: { comparison: "<=", limit: 1 },
                                    message: "must be <= 1",
                                  },
                                ]),
                                !1
                              );
                            if (a < 0 || isNaN(a))
                              return (
                                (_.errors = [
                                  {
                                    instancePath: r + "/followThroughShare",
                                    schemaPath: "#/properties/followThroughShare/minimum",
                                    keyword: "minimum",
                                    params: { comparison: ">=", limit: 0 },
                                    message: "must be >= 0",
                                  },
                                ]),
                                !1
                              );
                          } else
                            return (
                              (_.errors = [
                                {
                                  instancePath: r + "/followThroughShare",
                                  schemaPath: "#/properties/followThroughShare/type",
                                  keyword: "type",
                                  params: { type: "number" },
                                  message: "must be number",
                                },
                              ]),
                              !1
                            );
                        var o = h === e;
                      } else var o = !0;
                      if (o)
                        if (t.cpuMs !== void 0) {
                          let a = t.cpuMs,
                            h = e;
                          if (!(typeof a == "number" && !(a % 1) && !isNaN(a) && isFinite(a)))
                            return (
                              (_.errors = [
                                {
                                  instancePath: r + "/cpuMs",
                                  schemaPath: "#/properties/cpuMs/type",
                                  keyword: "type",
                                  params: { type: "integer" },
                                  message: "must be integer",
                                },
                              ]),
                              !1
                            );
                          if (e === h && typeof a == "number" && isFinite(a)) {
                            if (a > 1e4 || isNaN(a))
                              return (
                                (_.errors = [
                                  {
                                    instancePath: r + "/cpuMs",
                                    schemaPath: "#/properties/cpuMs/maximum",
                                    keyword: "maximum",
                                    params: { comparison: "<=", limit: 1e4 },
                                    message: "must be <= 10000",
                                  },
                                ]),
                                !1
                              );
                            if (a < 10 || isNaN(a))
                              return (
                                (_.errors = [
                                  {
                                    instancePath: r + "/cpuMs",
                                    schemaPath: "#/properties/cpuMs/minimum",
                                    keyword: "minimum",
                                    params: { comparison: ">=", limit: 10 },
                                    message: "must be >= 10",
                                  },
                                ]),
                                !1
                              );
                          }
                          var o = h === e;
                        } else var o = !0;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (_.errors = [
          {
            instancePath: r,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            message: "must be object",
          },
        ]),
        !1
      );
  return ((_.errors = n), e === 0);
}
function g(t, { instancePath: r = "", parentData: V, parentDataProperty: F, rootData: z = t } = {}) {
  let n = null,
    e = 0;
  if (e === 0)
    if (t && typeof t == "object" && !Array.isArray(t)) {
      let f;
      if (
        (t.schemaVersion === void 0 && (f = "schemaVersion")) ||
        (t.id === void 0 && (f = "id")) ||
        (t.version === void 0 && (f = "version")) ||
        (t.title === void 0 && (f = "title")) ||
        (t.summary === void 0 && (f = "summary")) ||
        (t.track === void 0 && (f = "track")) ||
        (t.prerequisites === void 0 && (f = "prerequisites")) ||
        (t.minutes === void 0 && (f = "minutes")) ||
        (t.functions === void 0 && (f = "functions")) ||
        (t.invariants === void 0 && (f = "invariants")) ||
        (t.sources === void 0 && (f = "sources"))
      )
        return (
          (g.errors = [
            {
              instancePath: r,
              schemaPath: "#/required",
              keyword: "required",
              params: { missingProperty: f },
              message: "must have required property '" + f + "'",
            },
          ]),
          !1
        );
      {
        let i = e;
        for (let s in t)
          if (!W.call(pe.properties, s)) {
            return (
              (g.errors = [
                {
                  instancePath: r,
                  schemaPath: "#/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: s },
                  message: "must NOT have additional properties",
                },
              ]),
              !1
            );
            break;
          }
        if (i === e) {
          if (t.$schema !== void 0) {
            let s = e;
            if (typeof t.$schema != "string")
              return (
                (g.errors = [
                  {
                    instancePath: r + "/$schema",
                    schemaPath: "#/properties/%24schema/type",
                    keyword: "type",
                    params: { type: "string" },
                    message: "must be string",
                  },
                ]),
                !1
              );
            var o = s === e;
          } else var o = !0;
          if (o) {
            if (t.schemaVersion !== void 0) {
              let s = e;
              if (t.schemaVersion !== 1)
                return (
                  (g.errors = [
                    {
                      instancePath: r + "/schemaVersion",
                      schemaPath: "#/properties/schemaVersion/const",
                      keyword: "const",
                      params: { allowedValue: 1 },
                      message: "must be equal to constant",
                    },
                  ]),
                  !1
                );
              var o = s === e;
            } else var o = !0;
            if (o) {
              if (t.id !== void 0) {
                let s = t.id,
                  l = e;
                if (e === e)
                  if (typeof s == "string") {
                    if (!U.test(s))
                      return (
                        (g.errors = [
                          {
                            instancePath: r + "/id",
                            schemaPath: "#/definitions/id/pattern",
                            keyword: "pattern",
                            params: { pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" },
                            message: 'must match pattern "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"',
                          },
                        ]),
                        !1
                      );
                  } else
                    return (
                      (g.errors = [
                        {
                          instancePath: r + "/id",
                          schemaPath: "#/definitions/id/type",
                          keyword: "type",
                          params: { type: "string" },
                          message: "must be string",
                        },
                      ]),
                      !1
                    );
                var o = l === e;
              } else var o = !0;
              if (o) {
                if (t.version !== void 0) {
                  let s = t.version,
                    l = e;
                  if (e === l)
                    if (typeof s == "string") {
                      if (!me.test(s))
                        return (
                          (g.errors = [
                            {
                              instancePath: r + "/version",
                              schemaPath: "#/properties/version/pattern",
                              keyword: "pattern",
                              params: { pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$" },
                              message: 'must match pattern "^[0-9]+\\.[0-9]+\\.[0-9]+$"',
                            },
                          ]),
                          !1
                        );
                    } else
                      return (
                        (g.errors = [
                          {
                            instancePath: r + "/version",
                            schemaPath: "#/properties/version/type",
                            keyword: "type",
                            params: { type: "string" },
                            message: "must be string",
                          },
                        ]),
                        !1
                      );
                  var o = l === e;
                } else var o = !0;
                if (o) {
                  if (t.title !== void 0) {
                    let s = t.title,
                      l = e;
                    if (e === e)
                      if (s && typeof s == "object" && !Array.isArray(s)) {
                        let m;
                        if ((s.en === void 0 && (m = "en")) || (s.ja === void 0 && (m = "ja")))
                          return (
                            (g.errors = [
                              {
                                instancePath: r + "/title",
                                schemaPath: "#/definitions/localized/required",
                                keyword: "required",
                                params: { missingProperty: m },
                                message: "must have required property '" + m + "'",
                              },
                            ]),
                            !1
                          );
                        {
                          let p = e;
                          for (let v in s)
                            if (!(v === "en" || v === "ja")) {
                              return (
                                (g.errors = [
                                  {
                                    instancePath: r + "/title",
                                    schemaPath: "#/definitions/localized/additionalProperties",
                                    keyword: "additionalProperties",
                                    params: { additionalProperty: v },
                                    message: "must NOT have additional properties",
                                  },
                                ]),
                                !1
                              );
                              break;
                            }
                          if (p === e) {
                            if (s.en !== void 0) {
                              let v = s.en,
                                k = e;
                              if (e === k)
                                if (typeof v == "string") {
                                  if (Z(v) < 1)
                                    return (
                                      (g.errors = [
                                        {
                                          instancePath: r + "/title/en",
                                          schemaPath: "#/definitions/localized/properties/en/minLength",
                                          keyword: "minLength",
                                          params: { limit: 1 },
                                          message: "must NOT have fewer than 1 characters",
                                        },
                                      ]),
                                      !1
                                    );
                                } else
                                  return (
                                    (g.errors = [
                                      {
                                        instancePath: r + "/title/en",
                                        schemaPath: "#/definitions/localized/properties/en/type",
                                        keyword: "type",
                                        params: { type: "string" },
                                        message: "must be string",
                                      },
                                    ]),
                                    !1
                                  );
                              var I = k === e;
                            } else var I = !0;
                            if (I)
                              if (s.ja !== void 0) {
                                let v = s.ja,
                                  k = e;
                                if (e === k)
                                  if (typeof v == "string") {
                                    if (Z(v) < 1)
                                      return (
                                        (g.errors = [
                                          {
                                            instancePath: r + "/title/ja",
                                            schemaPath: "#/definitions/localized/properties/ja/minLength",
                                            keyword: "minLength",
                                            params: { limit: 1 },
                                            message: "must NOT have fewer than 1 characters",
                                          },
                                        ]),
                                        !1
                                      );
                                  } else
                                    return (
                                      (g.errors = [
                                        {
                                          instancePath: r + "/title/ja",
                                          schemaPath: "#/definitions/localized/properties/ja/type",
                                          keyword: "type",
                                          params: { type: "string" },
                                          message: "must be string",
                                        },
                                      ]),
                                      !1
                                    );
                                var I = k === e;
                              } else var I = !0;
                          }
                        }
                      } else
                        return (
                          (g.errors = [
                            {
                              instancePath: r + "/title",
                              schemaPath: "#/definitions/localized/type",
                              keyword: "type",
                              params: { type: "object" },
                              message: "must be object",
                            },
                          ]),
                          !1
                        );
                    var o = l === e;
                  } else var o = !0;
                  if (o) {
                    if (t.summary !== void 0) {
                      let s = t.summary,
                        l = e;
                      if (e === e)
                        if (s && typeof s == "object" && !Array.isArray(s)) {
                          let m;
                          if ((s.en === void 0 && (m = "en")) || (s.ja === void 0 && (m = "ja")))
                            return (
                              (g.errors = [
                                {
                                  instancePath: r + "/summary",
                                  schemaPath: "#/definitions/localized/required",
                                  keyword: "required",
                                  params: { missingProperty: m },
                                  message: "must have required property '" + m + "'",
                                },
                              ]),
                              !1
                            );
                          {
                            let p = e;
                            for (let v in s)
                              if (!(v === "en" || v === "ja")) {
                                return (
                                  (g.errors = [
                                    {
                                      instancePath: r + "/summary",
                                      schemaPath: "#/definitions/localized/additionalProperties",
                                      keyword: "additionalProperties",
                                      params: { additionalProperty: v },
                                      message: "must NOT have additional properties",
                                    },
                                  ]),
                                  !1
                                );
                                break;
                              }
                            if (p === e) {
                              if (s.en !== void 0) {
                                let v = s.en,
                                  k = e;
                                if (e === k)
                                  if (typeof v == "string") {
                                    if (Z(v) < 1)
                                      return (
                                        (g.errors = [
                                          {
                                            instancePath: r + "/summary/en",
                                            schemaPath: "#/definitions/localized/properties/en/minLength",
                                            keyword: "minLength",
                                            params: { limit: 1 },
                                            message: "must NOT have fewer than 1 characters",
                                          },
                                        ]),
                                        !1
                                      );
                                  } else
                                    return (
                                      (g.errors = [
                                        {
                                          instancePath: r + "/summary/en",
                                          schemaPath: "#/definitions/localized/properties/en/type",
                                          keyword: "type",
                                          params: { type: "string" },
                                          message: "must be string",
                                        },
                                      ]),
                                      !1
                                    );
                                var x = k === e;
                              } else var x = !0;
                              if (x)
                                if (s.ja !== void 0) {
                                  let v = s.ja,
                                    k = e;
                                  if (e === k)
                                    if (typeof v == "string") {
                                      if (Z(v) < 1)
                                        return (
                                          (g.errors = [
                                            {
                                              instancePath: r + "/summary/ja",
                                              schemaPath: "#/definitions/localized/properties/ja/minLength",
                                              keyword: "minLength",
                                              params: { limit: 1 },
                                              message: "must NOT have fewer than 1 characters",
                                            },
                                          ]),
                                          !1
                                        );
                                    } else
                                      return (
                                        (g.errors = [
                                          {
                                            instancePath: r + "/summary/ja",
                                            schemaPath: "#/definitions/localized/properties/ja/type",
                                            keyword: "type",
                                            params: { type: "string" },
                                            message: "must be string",
                                          },
                                        ]),
                                        !1
                                      );
                                  var x = k === e;
                                } else var x = !0;
                            }
                          }
                        } else
                          return (
                            (g.errors = [
                              {
                                instancePath: r + "/summary",
                                schemaPath: "#/definitions/localized/type",
                                keyword: "type",
                                params: { type: "object" },
                                message: "must be object",
                              },
                            ]),
                            !1
                          );
                      var o = l === e;
                    } else var o = !0;
                    if (o) {
                      if (t.track !== void 0) {
                        let s = t.track,
                          l = e;
                        if (e === l)
                          if (s && typeof s == "object" && !Array.isArray(s)) {
                            let u;
                            if (
                              (s.number === void 0 && (u = "number")) ||
                              (s.title === void 0 && (u = "title"))
                            )
                              return (
                                (g.errors = [
                                  {
                                    instancePath: r + "/track",
                                    schemaPath: "#/properties/track/required",
                                    keyword: "required",
                                    params: { missingProperty: u },
                                    message: "must have required property '" + u + "'",
                                  },
                                ]),
                                !1
                              );
                            {
                              let m = e;
                              for (let p in s)
                                if (!(p === "number" || p === "title")) {
                                  return (
                                    (g.errors = [
                                      {
                                        instancePath: r + "/track",
                                        schemaPath: "#/properties/track/additionalProperties",
                                        keyword: "additionalProperties",
                                        params: { additionalProperty: p },
                                        message: "must NOT have additional properties",
                                      },
                                    ]),
                                    !1
                                  );
                                  break;
                                }
                              if (m === e) {
                                if (s.number !== void 0) {
                                  let p = s.number,
                                    v = e;
                                  if (!(typeof p == "number" && !(p % 1) && !isNaN(p) && isFinite(p)))
                                    return (
                                      (g.errors = [
                                        {
                                          instancePath: r + "/track/number",
                                          schemaPath: "#/properties/track/properties/number/type",
                                          keyword: "type",
                                          params: { type: "integer" },
                                          message: "must be integer",
                                        },
                                      ]),
                                      !1
                                    );
                                  if (e === v && typeof p == "number" && isFinite(p) && (p < 1 || isNaN(p)))
                                    return (
                                      (g.errors = [
                                        {
                                          instancePath: r + "/track/number",
                                          schemaPath: "#/properties/track/properties/number/minimum",
                                          keyword: "minimum",
                                          params: { comparison: ">=", limit: 1 },
                                          message: "must be >= 1",
                                        },
                                      ]),
                                      !1
                                    );
                                  var M = v === e;
                                } else var M = !0;
                                if (M)
                                  if (s.title !== void 0) {
                                    let p = s.title,
                                      v = e;
                                    if (e === e)
                                      if (p && typeof p == "object" && !Array.isArray(p)) {
                                        let y;
                                        if (
                                          (p.en === void 0 && (y = "en")) ||
                                          (p.ja === void 0 && (y = "ja"))
                                        )
                                          return (
                                            (g.errors = [
                                              {
                                                instancePath: r + "/track/title",
                                                schemaPath: "#/definitions/localized/required",
                                                keyword: "required",
                                                params: { missingProperty: y },
                                                message: "must have required property '" + y + "'",
                                              },
                                            ]),
                                            !1
                                          );
                                        {
                                          let b = e;
                                          for (let O in p)
                                            if (!(O === "en" || O === "ja")) {
                                              return (
                                                (g.errors = [
                                                  {
                                                    instancePath: r + "/track/title",
                                                    schemaPath:
                                                      "#/definitions/localized/additionalProperties",
                                                    keyword: "additionalProperties",
                                                    params: { additionalProperty: O },
                                                    message: "must NOT have additional properties",
                                                  },
                                                ]),
                                                !1
                                              );
                                              break;
                                            }
                                          if (b === e) {
                                            if (p.en !== void 0) {
                                              let O = p.en,
                                                D = e;
                                              if (e === D)
                                                if (typeof O == "string") {
                                                  if (Z(O) < 1)
                                                    return (
                                                      (g.errors = [
                                                        {
                                                          instancePath: r + "/track/title/en",
                                                          schemaPath:
                                                            "#/definitions/localized/properties/en/minLength",
                                                          keyword: "minLength",
                                                          params: { limit: 1 },
                                                          message: "must NOT have fewer than 1 characters",
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                } else
                                                  return (
                                                    (g.errors = [
                                                      {
                                                        instancePath: r + "/track/title/en",
                                                        schemaPath:
                                                          "#/definitions/localized/properties/en/type",
                                                        keyword: "type",
                                                        params: { type: "string" },
                                                        message: "must be string",
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                              var L = D === e;
                                            } else var L = !0;
                                            if (L)
                                              if (p.ja !== void 0) {
                                                let O = p.ja,
                                                  D = e;
                                                if (e === D)
                                                  if (typeof O == "string") {
                                                    if (Z(O) < 1)
                                                      return (
                                                        (g.errors = [
                                                          {
                                                            instancePath: r + "/track/title/ja",
                                                            schemaPath:
                                                              "#/definitions/localized/properties/ja/minLength",
                                                            keyword: "minLength",
                                                            params: { limit: 1 },
                                                            message: "must NOT have fewer than 1 characters",
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                  } else
                                                    return (
                                                      (g.errors = [
                                                        {
                                                          instancePath: r + "/track/title/ja",
                                                          schemaPath:
                                                            "#/definitions/localized/properties/ja/type",
                                                          keyword: "type",
                                                          params: { type: "string" },
                                                          message: "must be string",
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                var L = D === e;
                                              } else var L = !0;
                                          }
                                        }
                                      } else
                                        return (
                                          (g.errors = [
                                            {
                                              instancePath: r + "/track/title",
                                              schemaPath: "#/definitions/localized/type",
                                              keyword: "type",
                                              params: { type: "object" },
                                              message: "must be object",
                                            },
                                          ]),
                                          !1
                                        );
                                    var M = v === e;
                                  } else var M = !0;
                              }
                            }
                          } else
                            return (
                              (g.errors = [
                                {
                                  instancePath: r + "/track",
                                  schemaPath: "#/properties/track/type",
                                  keyword: "type",
                                  params: { type: "object" },
                                  message: "must be object",
                                },
                              ]),
                              !1
                            );
                        var o = l === e;
                      } else var o = !0;
                      if (o) {
                        if (t.prerequisites !== void 0) {
                          let s = t.prerequisites,
                            l = e;
                          if (e === l)
                            if (Array.isArray(s)) {
                              var T = !0;
                              let u = s.length;
                              for (let m = 0; m < u; m++) {
                                let p = s[m],
                                  v = e;
                                if (e === e)
                                  if (typeof p == "string") {
                                    if (!U.test(p))
                                      return (
                                        (g.errors = [
                                          {
                                            instancePath: r + "/prerequisites/" + m,
                                            schemaPath: "#/definitions/id/pattern",
                                            keyword: "pattern",
                                            params: { pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" },
                                            message: 'must match pattern "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"',
                                          },
                                        ]),
                                        !1
                                      );
                                  } else
                                    return (
                                      (g.errors = [
                                        {
                                          instancePath: r + "/prerequisites/" + m,
                                          schemaPath: "#/definitions/id/type",
                                          keyword: "type",
                                          params: { type: "string" },
                                          message: "must be string",
                                        },
                                      ]),
                                      !1
                                    );
                                var T = v === e;
                                if (!T) break;
                              }
                              if (T) {
                                let m = s.length,
                                  p;
                                if (m > 1) {
                                  e: for (; m--;)
                                    for (p = m; p--;)
                                      if (ne(s[m], s[p])) {
                                        return (
                                          (g.errors = [
                                            {
                                              instancePath: r + "/prerequisites",
                                              schemaPath: "#/properties/prerequisites/uniqueItems",
                                              keyword: "uniqueItems",
                                              params: { i: m, j: p },
                                              message:
                                                "must NOT have duplicate items (items ## " +
                                                p +
                                                " and " +
                                                m +
                                                " are identical)",
                                            },
                                          ]),
                                          !1
                                        );
                                        break e;
                                      }
                                }
                              }
                            } else
                              return (
                                (g.errors = [
                                  {
                                    instancePath: r + "/prerequisites",
                                    schemaPath: "#/properties/prerequisites/type",
                                    keyword: "type",
                                    params: { type: "array" },
                                    message: "must be array",
                                  },
                                ]),
                                !1
                              );
                          var o = l === e;
                        } else var o = !0;
                        if (o) {
                          if (t.minutes !== void 0) {
                            let s = t.minutes,
                              l = e;
                            if (!(typeof s == "number" && !(s % 1) && !isNaN(s) && isFinite(s)))
                              return (
                                (g.errors = [
                                  {
                                    instancePath: r + "/minutes",
                                    schemaPath: "#/properties/minutes/type",
                                    keyword: "type",
                                    params: { type: "integer" },
                                    message: "must be integer",
                                  },
                                ]),
                                !1
                              );
                            if (e === l && typeof s == "number" && isFinite(s) && (s < 1 || isNaN(s)))
                              return (
                                (g.errors = [
                                  {
                                    instancePath: r + "/minutes",
                                    schemaPath: "#/properties/minutes/minimum",
                                    keyword: "minimum",
                                    params: { comparison: ">=", limit: 1 },
                                    message: "must be >= 1",
                                  },
                                ]),
                                !1
                              );
                            var o = l === e;
                          } else var o = !0;
                          if (o) {
                            if (t.functions !== void 0) {
                              let s = t.functions,
                                l = e;
                              if (e === l)
                                if (Array.isArray(s)) {
                                  if (s.length < 1)
                                    return (
                                      (g.errors = [
                                        {
                                          instancePath: r + "/functions",
                                          schemaPath: "#/properties/functions/minItems",
                                          keyword: "minItems",
                                          params: { limit: 1 },
                                          message: "must NOT have fewer than 1 items",
                                        },
                                      ]),
                                      !1
                                    );
                                  {
                                    var B = !0;
                                    let u = s.length;
                                    for (let m = 0; m < u; m++) {
                                      let p = e;
                                      _(s[m], {
                                        instancePath: r + "/functions/" + m,
                                        parentData: s,
                                        parentDataProperty: m,
                                        rootData: z,
                                      }) ||
                                        ((n = n === null ? _.errors : n.concat(_.errors)), (e = n.length));
                                      var B = p === e;
                                      if (!B) break;
                                    }
                                  }
                                } else
                                  return (
                                    (g.errors = [
                                      {
                                        instancePath: r + "/functions",
                                        schemaPath: "#/properties/functions/type",
                                        keyword: "type",
                                        params: { type: "array" },
                                        message: "must be array",
                                      },
                                    ]),
                                    !1
                                  );
                              var o = l === e;
                            } else var o = !0;
                            if (o) {
                              if (t.invariants !== void 0) {
                                let s = t.invariants,
                                  l = e;
                                if (e === l)
                                  if (s && typeof s == "object" && !Array.isArray(s)) {
                                    for (let u in s) {
                                      let m = e;
                                      if (e === e)
                                        if (typeof u == "string") {
                                          if (!U.test(u)) {
                                            let v = {
                                              instancePath: r + "/invariants",
                                              schemaPath: "#/definitions/id/pattern",
                                              keyword: "pattern",
                                              params: { pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" },
                                              message: 'must match pattern "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"',
                                              propertyName: u,
                                            };
                                            (n === null ? (n = [v]) : n.push(v), e++);
                                          }
                                        } else {
                                          let v = {
                                            instancePath: r + "/invariants",
                                            schemaPath: "#/definitions/id/type",
                                            keyword: "type",
                                            params: { type: "string" },
                                            message: "must be string",
                                            propertyName: u,
                                          };
                                          (n === null ? (n = [v]) : n.push(v), e++);
                                        }
                                      var A = m === e;
                                      if (!A) {
                                        let v = {
                                          instancePath: r + "/invariants",
                                          schemaPath: "#/properties/invariants/propertyNames",
                                          keyword: "propertyNames",
                                          params: { propertyName: u },
                                          message: "property name must be valid",
                                        };
                                        return (n === null ? (n = [v]) : n.push(v), e++, (g.errors = n), !1);
                                        break;
                                      }
                                    }
                                    if (A)
                                      for (let u in s) {
                                        let m = s[u],
                                          p = e;
                                        if (e === e)
                                          if (m && typeof m == "object" && !Array.isArray(m)) {
                                            let k;
                                            if (
                                              (m.en === void 0 && (k = "en")) ||
                                              (m.ja === void 0 && (k = "ja"))
                                            )
                                              return (
                                                (g.errors = [
                                                  {
                                                    instancePath:
                                                      r +
                                                      "/invariants/" +
                                                      u.replace(/~/g, "~0").replace(/\//g, "~1"),
                                                    schemaPath: "#/definitions/localized/required",
                                                    keyword: "required",
                                                    params: { missingProperty: k },
                                                    message: "must have required property '" + k + "'",
                                                  },
                                                ]),
                                                !1
                                              );
                                            {
                                              let $ = e;
                                              for (let y in m)
                                                if (!(y === "en" || y === "ja")) {
                                                  return (
                                                    (g.errors = [
                                                      {
                                                        instancePath:
                                                          r +
                                                          "/invariants/" +
                                                          u.replace(/~/g, "~0").replace(/\//g, "~1"),
                                                        schemaPath:
                                                          "#/definitions/localized/additionalProperties",
                                                        keyword: "additionalProperties",
                                                        params: { additionalProperty: y },
                                                        message: "must NOT have additional properties",
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                  break;
                                                }
                                              if ($ === e) {
                                                if (m.en !== void 0) {
                                                  let y = m.en,
                                                    b = e;
                                                  if (e === b)
                                                    if (typeof y == "string") {
                                                      if (Z(y) < 1)
                                                        return (
                                                          (g.errors = [
                                                            {
                                                              instancePath:
                                                                r +
                                                                "/invariants/" +
                                                                u.replace(/~/g, "~0").replace(/\//g, "~1") +
                                                                "/en",
                                                              schemaPath:
                                                                "#/definitions/localized/properties/en/minLength",
                                                              keyword: "minLength",
                                                              params: { limit: 1 },
                                                              message:
                                                                "must NOT have fewer than 1 characters",
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                    } else
                                                      return (
                                                        (g.errors = [
                                                          {
                                                            instancePath:
                                                              r +
                                                              "/invariants/" +
                                                              u.replace(/~/g, "~0").replace(/\//g, "~1") +
                                                              "/en",
                                                            schemaPath:
                                                              "#/definitions/localized/properties/en/type",
                                                            keyword: "type",
                                                            params: { type: "string" },
                                                            message: "must be string",
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                  var d = b === e;
                                                } else var d = !0;
                                                if (d)
                                                  if (m.ja !== void 0) {
                                                    let y = m.ja,
                                                      b = e;
                                                    if (e === b)
                                                      if (typeof y == "string") {
                                                        if (Z(y) < 1)
                                                          return (
                                                            (g.errors = [
                                                              {
                                                                instancePath:
                                                                  r +
                                                                  "/invariants/" +
                                                                  u.replace(/~/g, "~0").replace(/\//g, "~1") +
                                                                  "/ja",
                                                                schemaPath:
                                                                  "#/definitions/localized/properties/ja/minLength",
                                                                keyword: "minLength",
                                                                params: { limit: 1 },
                                                                message:
                                                                  "must NOT have fewer than 1 characters",
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                      } else
                                                        return (
                                                          (g.errors = [
                                                            {
                                                              instancePath:
                                                                r +
                                                                "/invariants/" +
                                                                u.replace(/~/g, "~0").replace(/\//g, "~1") +
                                                                "/ja",
                                                              schemaPath:
                                                                "#/definitions/localized/properties/ja/type",
                                                              keyword: "type",
                                                              params: { type: "string" },
                                                              message: "must be string",
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                    var d = b === e;
                                                  } else var d = !0;
                                              }
                                            }
                                          } else
                                            return (
                                              (g.errors = [
                                                {
                                                  instancePath:
                                                    r +
                                                    "/invariants/" +
                                                    u.replace(/~/g, "~0").replace(/\//g, "~1"),
                                                  schemaPath: "#/definitions/localized/type",
                                                  keyword: "type",
                                                  params: { type: "object" },
                                                  message: "must be object",
                                                },
                                              ]),
                                              !1
                                            );
                                        var a = p === e;
                                        if (!a) break;
                                      }
                                  } else
                                    return (
                                      (g.errors = [
                                        {
                                          instancePath: r + "/invariants",
                                          schemaPath: "#/properties/invariants/type",
                                          keyword: "type",
                                          params: { type: "object" },
                                          message: "must be object",
                                        },
                                      ]),
                                      !1
                                    );
                                var o = l === e;
                              } else var o = !0;
                              if (o)
                                if (t.sources !== void 0) {
                                  let s = t.sources,
                                    l = e;
                                  if (e === l)
                                    if (Array.isArray(s)) {
                                      if (s.length < 1)
                                        return (
                                          (g.errors = [
                                            {
                                              instancePath: r + "/sources",
                                              schemaPath: "#/properties/sources/minItems",
                                              keyword: "minItems",
                                              params: { limit: 1 },
                                              message: "must NOT have fewer than 1 items",
                                            },
                                          ]),
                                          !1
                                        );
                                      {
                                        var h = !0;
                                        let u = s.length;
                                        for (let m = 0; m < u; m++) {
                                          let p = s[m],
                                            v = e;
                                          if (e === v)
                                            if (p && typeof p == "object" && !Array.isArray(p)) {
                                              let $;
                                              if (p.title === void 0 && ($ = "title"))
                                                return (
                                                  (g.errors = [
                                                    {
                                                      instancePath: r + "/sources/" + m,
                                                      schemaPath: "#/properties/sources/items/required",
                                                      keyword: "required",
                                                      params: { missingProperty: $ },
                                                      message: "must have required property '" + $ + "'",
                                                    },
                                                  ]),
                                                  !1
                                                );
                                              {
                                                let y = e;
                                                for (let b in p)
                                                  if (!(b === "title" || b === "equation")) {
                                                    return (
                                                      (g.errors = [
                                                        {
                                                          instancePath: r + "/sources/" + m,
                                                          schemaPath:
                                                            "#/properties/sources/items/additionalProperties",
                                                          keyword: "additionalProperties",
                                                          params: { additionalProperty: b },
                                                          message: "must NOT have additional properties",
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                    break;
                                                  }
                                                if (y === e) {
                                                  if (p.title !== void 0) {
                                                    let b = p.title,
                                                      O = e;
                                                    if (e === O)
                                                      if (typeof b == "string") {
                                                        if (Z(b) < 1)
                                                          return (
                                                            (g.errors = [
                                                              {
                                                                instancePath: r + "/sources/" + m + "/title",
                                                                schemaPath:
                                                                  "#/properties/sources/items/properties/title/minLength",
                                                                keyword: "minLength",
                                                                params: { limit: 1 },
                                                                message:
                                                                  "must NOT have fewer than 1 characters",
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                      } else
                                                        return (
                                                          (g.errors = [
                                                            {
                                                              instancePath: r + "/sources/" + m + "/title",
                                                              schemaPath:
                                                                "#/properties/sources/items/properties/title/type",
                                                              keyword: "type",
                                                              params: { type: "string" },
                                                              message: "must be string",
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                    var c = O === e;
                                                  } else var c = !0;
                                                  if (c)
                                                    if (p.equation !== void 0) {
                                                      let b = p.equation,
                                                        O = e;
                                                      if (e === O)
                                                        if (typeof b == "string") {
                                                          if (Z(b) < 1)
                                                            return (
                                                              (g.errors = [
                                                                {
                                                                  instancePath:
                                                                    r + "/sources/" + m + "/equation",
                                                                  schemaPath:
                                                                    "#/properties/sources/items/properties/equation/minLength",
                                                                  keyword: "minLength",
                                                                  params: { limit: 1 },
                                                                  message:
                                                                    "must NOT have fewer than 1 characters",
                                                                },
                                                              ]),
                                                              !1
                                                            );
                                                        } else
                                                          return (
                                                            (g.errors = [
                                                              {
                                                                instancePath:
                                                                  r + "/sources/" + m + "/equation",
                                                                schemaPath:
                                                                  "#/properties/sources/items/properties/equation/type",
                                                                keyword: "type",
                                                                params: { type: "string" },
                                                                message: "must be string",
                                                              },
                                                            ]),
                                                            !1
                                                          );
                                                      var c = O === e;
                                                    } else var c = !0;
                                                }
                                              }
                                            } else
                                              return (
                                                (g.errors = [
                                                  {
                                                    instancePath: r + "/sources/" + m,
                                                    schemaPath: "#/properties/sources/items/type",
                                                    keyword: "type",
                                                    params: { type: "object" },
                                                    message: "must be object",
                                                  },
                                                ]),
                                                !1
                                              );
                                          var h = v === e;
                                          if (!h) break;
                                        }
                                      }
                                    } else
                                      return (
                                        (g.errors = [
                                          {
                                            instancePath: r + "/sources",
                                            schemaPath: "#/properties/sources/type",
                                            keyword: "type",
                                            params: { type: "array" },
                                            message: "must be array",
                                          },
                                        ]),
                                        !1
                                      );
                                  var o = l === e;
                                } else var o = !0;
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (g.errors = [
          {
            instancePath: r,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            message: "must be object",
          },
        ]),
        !1
      );
  return ((g.errors = n), e === 0);
}
var ye = P;
function P(t, { instancePath: r = "", parentData: V, parentDataProperty: F, rootData: z = t } = {}) {
  let n = null,
    e = 0;
  if (e === 0)
    if (t && typeof t == "object" && !Array.isArray(t)) {
      let B;
      if (
        (t.functions === void 0 && (B = "functions")) ||
        (t.recognisedBy === void 0 && (B = "recognisedBy")) ||
        (t.says === void 0 && (B = "says")) ||
        (t.look === void 0 && (B = "look"))
      )
        return (
          (P.errors = [
            {
              instancePath: r,
              schemaPath: "#/required",
              keyword: "required",
              params: { missingProperty: B },
              message: "must have required property '" + B + "'",
            },
          ]),
          !1
        );
      {
        let A = e;
        for (let d in t)
          if (!(
            d === "$schema" ||
            d === "functions" ||
            d === "recognisedBy" ||
            d === "says" ||
            d === "look"
          )) {
            return (
              (P.errors = [
                {
                  instancePath: r,
                  schemaPath: "#/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: d },
                  message: "must NOT have additional properties",
                },
              ]),
              !1
            );
            break;
          }
        if (A === e) {
          if (t.$schema !== void 0) {
            let d = e;
            if (typeof t.$schema != "string")
              return (
                (P.errors = [
                  {
                    instancePath: r + "/$schema",
                    schemaPath: "#/properties/%24schema/type",
                    keyword: "type",
                    params: { type: "string" },
                    message: "must be string",
                  },
                ]),
                !1
              );
            var o = d === e;
          } else var o = !0;
          if (o) {
            if (t.functions !== void 0) {
              let d = t.functions,
                a = e;
              if (e === a)
                if (Array.isArray(d)) {
                  if (d.length < 1)
                    return (
                      (P.errors = [
                        {
                          instancePath: r + "/functions",
                          schemaPath: "#/properties/functions/minItems",
                          keyword: "minItems",
                          params: { limit: 1 },
                          message: "must NOT have fewer than 1 items",
                        },
                      ]),
                      !1
                    );
                  {
                    var I = !0;
                    let c = d.length;
                    for (let f = 0; f < c; f++) {
                      let i = d[f],
                        s = e;
                      if (e === s)
                        if (typeof i == "string") {
                          if (!R.test(i))
                            return (
                              (P.errors = [
                                {
                                  instancePath: r + "/functions/" + f,
                                  schemaPath: "#/properties/functions/items/pattern",
                                  keyword: "pattern",
                                  params: { pattern: "^[a-zA-Z][a-zA-Z0-9]*$" },
                                  message: 'must match pattern "^[a-zA-Z][a-zA-Z0-9]*$"',
                                },
                              ]),
                              !1
                            );
                        } else
                          return (
                            (P.errors = [
                              {
                                instancePath: r + "/functions/" + f,
                                schemaPath: "#/properties/functions/items/type",
                                keyword: "type",
                                params: { type: "string" },
                                message: "must be string",
                              },
                            ]),
                            !1
                          );
                      var I = s === e;
                      if (!I) break;
                    }
                    if (I) {
                      let f = d.length,
                        i;
                      if (f > 1) {
                        let s = {};
                        for (; f--;) {
                          let l = d[f];
                          if (typeof l == "string") {
                            if (typeof s[l] == "number") {
                              return (
                                (i = s[l]),
                                (P.errors = [
                                  {
                                    instancePath: r + "/functions",
                                    schemaPath: "#/properties/functions/uniqueItems",
                                    keyword: "uniqueItems",
                                    params: { i: f, j: i },
                                    message:
                                      "must NOT have duplicate items (items ## " +
                                      i +
                                      " and " +
                                      f +
                                      " are identical)",
                                  },
                                ]),
                                !1
                              );
                              break;
                            }
                            s[l] = f;
                          }
                        }
                      }
                    }
                  }
                } else
                  return (
                    (P.errors = [
                      {
                        instancePath: r + "/functions",
                        schemaPath: "#/properties/functions/type",
                        keyword: "type",
                        params: { type: "array" },
                        message: "must be array",
                      },
                    ]),
                    !1
                  );
              var o = a === e;
            } else var o = !0;
            if (o) {
              if (t.recognisedBy !== void 0) {
                let d = t.recognisedBy,
                  a = e;
                if (e === a)
                  if (d && typeof d == "object" && !Array.isArray(d)) {
                    let c = d.kind;
                    if (typeof c == "string")
                      if (c === "outputs") {
                        if (d && typeof d == "object" && !Array.isArray(d)) {
                          let f;
                          if (d.kind === void 0 && (f = "kind"))
                            return (
                              (P.errors = [
                                {
                                  instancePath: r + "/recognisedBy",
                                  schemaPath: "#/properties/recognisedBy/oneOf/0/required",
                                  keyword: "required",
                                  params: { missingProperty: f },
                                  message: "must have required property '" + f + "'",
                                },
                              ]),
                              !1
                            );
                          {
                            let i = e;
                            for (let s in d)
                              if (s !== "kind") {
                                return (
                                  (P.errors = [
                                    {
                                      instancePath: r + "/recognisedBy",
                                      schemaPath: "#/properties/recognisedBy/oneOf/0/additionalProperties",
                                      keyword: "additionalProperties",
                                      params: { additionalProperty: s },
                                      message: "must NOT have additional properties",
                                    },
                                  ]),
                                  !1
                                );
                                break;
                              }
                            if (i === e && d.kind !== void 0 && d.kind !== "outputs")
                              return (
                                (P.errors = [
                                  {
                                    instancePath: r + "/recognisedBy/kind",
                                    schemaPath: "#/properties/recognisedBy/oneOf/0/properties/kind/const",
                                    keyword: "const",
                                    params: { allowedValue: "outputs" },
                                    message: "must be equal to constant",
                                  },
                                ]),
                                !1
                              );
                          }
                        }
                      } else if (c === "cases") {
                        if (d && typeof d == "object" && !Array.isArray(d)) {
                          let f;
                          if ((d.kind === void 0 && (f = "kind")) || (d.fails === void 0 && (f = "fails")))
                            return (
                              (P.errors = [
                                {
                                  instancePath: r + "/recognisedBy",
                                  schemaPath: "#/properties/recognisedBy/oneOf/1/required",
                                  keyword: "required",
                                  params: { missingProperty: f },
                                  message: "must have required property '" + f + "'",
                                },
                              ]),
                              !1
                            );
                          {
                            let i = e;
                            for (let s in d)
                              if (!(s === "kind" || s === "fails")) {
                                return (
                                  (P.errors = [
                                    {
                                      instancePath: r + "/recognisedBy",
                                      schemaPath: "#/properties/recognisedBy/oneOf/1/additionalProperties",
                                      keyword: "additionalProperties",
                                      params: { additionalProperty: s },
                                      message: "must NOT have additional properties",
                                    },
                                  ]),
                                  !1
                                );
                                break;
                              }
                            if (i === e) {
                              if (d.kind !== void 0) {
                                let s = e;
                                if (d.kind !== "cases")
                                  return (
                                    (P.errors = [
                                      {
                                        instancePath: r + "/recognisedBy/kind",
                                        schemaPath: "#/properties/recognisedBy/oneOf/1/properties/kind/const",
                                        keyword: "const",
                                        params: { allowedValue: "cases" },
                                        message: "must be equal to constant",
                                      },
                                    ]),
                                    !1
                                  );
                                var x = s === e;
                              } else var x = !0;
                              if (x)
                                if (d.fails !== void 0) {
                                  let s = d.fails,
                                    l = e;
                                  if (e === l)
                                    if (Array.isArray(s)) {
                                      if (s.length < 1)
                                        return (
                                          (P.errors = [
                                            {
                                              instancePath: r + "/recognisedBy/fails",
                                              schemaPath:
                                                "#/properties/recognisedBy/oneOf/1/properties/fails/minItems",
                                              keyword: "minItems",
                                              params: { limit: 1 },
                                              message: "must NOT have fewer than 1 items",
                                            },
                                          ]),
                                          !1
                                        );
                                      {
                                        var M = !0;
                                        let u = s.length;
                                        for (let m = 0; m < u; m++) {
                                          let p = e;
                                          if (typeof s[m] != "string")
                                            return (
                                              (P.errors = [
                                                {
                                                  instancePath: r + "/recognisedBy/fails/" + m,
                                                  schemaPath:
                                                    "#/properties/recognisedBy/oneOf/1/properties/fails/items/type",
                                                  keyword: "type",
                                                  params: { type: "string" },
                                                  message: "must be string",
                                                },
                                              ]),
                                              !1
                                            );
                                          var M = p === e;
                                          if (!M) break;
                                        }
                                        if (M) {
                                          let m = s.length,
                                            p;
                                          if (m > 1) {
                                            let v = {};
                                            for (; m--;) {
                                              let k = s[m];
                                              if (typeof k == "string") {
                                                if (typeof v[k] == "number") {
                                                  return (
                                                    (p = v[k]),
                                                    (P.errors = [
                                                      {
                                                        instancePath: r + "/recognisedBy/fails",
                                                        schemaPath:
                                                          "#/properties/recognisedBy/oneOf/1/properties/fails/uniqueItems",
                                                        keyword: "uniqueItems",
                                                        params: { i: m, j: p },
                                                        message:
                                                          "must NOT have duplicate items (items ## " +
                                                          p +
                                                          " and " +
                                                          m +
                                                          " are identical)",
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                  break;
                                                }
                                                v[k] = m;
                                              }
                                            }
                                          }
                                        }
                                      }
                                    } else
                                      return (
                                        (P.errors = [
                                          {
                                            instancePath: r + "/recognisedBy/fails",
                                            schemaPath:
                                              "#/properties/recognisedBy/oneOf/1/properties/fails/type",
                                            keyword: "type",
                                            params: { type: "array" },
                                            message: "must be array",
                                          },
                                        ]),
                                        !1
                                      );
                                  var x = l === e;
                                } else var x = !0;
                            }
                          }
                        }
                      } else if (c === "purity") {
                        if (d && typeof d == "object" && !Array.isArray(d)) {
                          let f;
                          if (d.kind === void 0 && (f = "kind"))
                            return (
                              (P.errors = [
                                {
                                  instancePath: r + "/recognisedBy",
                                  schemaPath: "#/properties/recognisedBy/oneOf/2/required",
                                  keyword: "required",
                                  params: { missingProperty: f },
                                  message: "must have required property '" + f + "'",
                                },
                              ]),
                              !1
                            );
                          {
                            let i = e;
                            for (let s in d)
                              if (s !== "kind") {
                                return (
                                  (P.errors = [
                                    {
                                      instancePath: r + "/recognisedBy",
                                      schemaPath: "#/properties/recognisedBy/oneOf/2/additionalProperties",
                                      keyword: "additionalProperties",
                                      params: { additionalProperty: s },
                                      message: "must NOT have additional properties",
                                    },
                                  ]),
                                  !1
                                );
                                break;
                              }
                            if (i === e && d.kind !== void 0 && d.kind !== "purity")
                              return (
                                (P.errors = [
                                  {
                                    instancePath: r + "/recognisedBy/kind",
                                    schemaPath: "#/properties/recognisedBy/oneOf/2/properties/kind/const",
                                    keyword: "const",
                                    params: { allowedValue: "purity" },
                                    message: "must be equal to constant",
                                  },
                                ]),
                                !1
                              );
                          }
                        }
                      } else
                        return (
                          (P.errors = [
                            {
                              instancePath: r + "/recognisedBy",
                              schemaPath: "#/properties/recognisedBy/discriminator",
                              keyword: "discriminator",
                              params: { error: "mapping", tag: "kind", tagValue: c },
                              message: 'value of tag "kind" must be in oneOf',
                            },
                          ]),
                          !1
                        );
                    else
                      return (
                        (P.errors = [
                          {
                            instancePath: r + "/recognisedBy",
                            schemaPath: "#/properties/recognisedBy/discriminator",
                            keyword: "discriminator",
                            params: { error: "tag", tag: "kind", tagValue: c },
                            message: 'tag "kind" must be string',
                          },
                        ]),
                        !1
                      );
                  } else
                    return (
                      (P.errors = [
                        {
                          instancePath: r + "/recognisedBy",
                          schemaPath: "#/properties/recognisedBy/type",
                          keyword: "type",
                          params: { type: "object" },
                          message: "must be object",
                        },
                      ]),
                      !1
                    );
                var o = a === e;
              } else var o = !0;
              if (o) {
                if (t.says !== void 0) {
                  let d = t.says,
                    a = e;
                  if (e === e)
                    if (d && typeof d == "object" && !Array.isArray(d)) {
                      let f;
                      if ((d.en === void 0 && (f = "en")) || (d.ja === void 0 && (f = "ja")))
                        return (
                          (P.errors = [
                            {
                              instancePath: r + "/says",
                              schemaPath: "#/definitions/localized/required",
                              keyword: "required",
                              params: { missingProperty: f },
                              message: "must have required property '" + f + "'",
                            },
                          ]),
                          !1
                        );
                      {
                        let i = e;
                        for (let s in d)
                          if (!(s === "en" || s === "ja")) {
                            return (
                              (P.errors = [
                                {
                                  instancePath: r + "/says",
                                  schemaPath: "#/definitions/localized/additionalProperties",
                                  keyword: "additionalProperties",
                                  params: { additionalProperty: s },
                                  message: "must NOT have additional properties",
                                },
                              ]),
                              !1
                            );
                            break;
                          }
                        if (i === e) {
                          if (d.en !== void 0) {
                            let s = d.en,
                              l = e;
                            if (e === l)
                              if (typeof s == "string") {
                                if (Z(s) < 1)
                                  return (
                                    (P.errors = [
                                      {
                                        instancePath: r + "/says/en",
                                        schemaPath: "#/definitions/localized/properties/en/minLength",
                                        keyword: "minLength",
                                        params: { limit: 1 },
                                        message: "must NOT have fewer than 1 characters",
                                      },
                                    ]),
                                    !1
                                  );
                              } else
                                return (
                                  (P.errors = [
                                    {
                                      instancePath: r + "/says/en",
                                      schemaPath: "#/definitions/localized/properties/en/type",
                                      keyword: "type",
                                      params: { type: "string" },
                                      message: "must be string",
                                    },
                                  ]),
                                  !1
                                );
                            var L = l === e;
                          } else var L = !0;
                          if (L)
                            if (d.ja !== void 0) {
                              let s = d.ja,
                                l = e;
                              if (e === l)
                                if (typeof s == "string") {
                                  if (Z(s) < 1)
                                    return (
                                      (P.errors = [
                                        {
                                          instancePath: r + "/says/ja",
                                          schemaPath: "#/definitions/localized/properties/ja/minLength",
                                          keyword: "minLength",
                                          params: { limit: 1 },
                                          message: "must NOT have fewer than 1 characters",
                                        },
                                      ]),
                                      !1
                                    );
                                } else
                                  return (
                                    (P.errors = [
                                      {
                                        instancePath: r + "/says/ja",
                                        schemaPath: "#/definitions/localized/properties/ja/type",
                                        keyword: "type",
                                        params: { type: "string" },
                                        message: "must be string",
                                      },
                                    ]),
                                    !1
                                  );
                              var L = l === e;
                            } else var L = !0;
                        }
                      }
                    } else
                      return (
                        (P.errors = [
                          {
                            instancePath: r + "/says",
                            schemaPath: "#/definitions/localized/type",
                            keyword: "type",
                            params: { type: "object" },
                            message: "must be object",
                          },
                        ]),
                        !1
                      );
                  var o = a === e;
                } else var o = !0;
                if (o)
                  if (t.look !== void 0) {
                    let d = t.look,
                      a = e;
                    if (e === e)
                      if (d && typeof d == "object" && !Array.isArray(d)) {
                        let f;
                        if ((d.en === void 0 && (f = "en")) || (d.ja === void 0 && (f = "ja")))
                          return (
                            (P.errors = [
                              {
                                instancePath: r + "/look",
                                schemaPath: "#/definitions/localized/required",
                                keyword: "required",
                                params: { missingProperty: f },
                                message: "must have required property '" + f + "'",
                              },
                            ]),
                            !1
                          );
                        {
                          let i = e;
                          for (let s in d)
                            if (!(s === "en" || s === "ja")) {
                              return (
                                (P.errors = [
                                  {
                                    instancePath: r + "/look",
                                    schemaPath: "#/definitions/localized/additionalProperties",
                                    keyword: "additionalProperties",
                                    params: { additionalProperty: s },
                                    message: "must NOT have additional properties",
                                  },
                                ]),
                                !1
                              );
                              break;
                            }
                          if (i === e) {
                            if (d.en !== void 0) {
                              let s = d.en,
                                l = e;
                              if (e === l)
                                if (typeof s == "string") {
                                  if (Z(s) < 1)
                                    return (
                                      (P.errors = [
                                        {
                                          instancePath: r + "/look/en",
                                          schemaPath: "#/definitions/localized/properties/en/minLength",
                                          keyword: "minLength",
                                          params: { limit: 1 },
                                          message: "must NOT have fewer than 1 characters",
                                        },
                                      ]),
                                      !1
                                    );
                                } else
                                  return (
                                    (P.errors = [
                                      {
                                        instancePath: r + "/look/en",
                                        schemaPath: "#/definitions/localized/properties/en/type",
                                        keyword: "type",
                                        params: { type: "string" },
                                        message: "must be string",
                                      },
                                    ]),
                                    !1
                                  );
                              var T = l === e;
                            } else var T = !0;
                            if (T)
                              if (d.ja !== void 0) {
                                let s = d.ja,
                                  l = e;
                                if (e === l)
                                  if (typeof s == "string") {
                                    if (Z(s) < 1)
                                      return (
                                        (P.errors = [
                                          {
                                            instancePath: r + "/look/ja",
                                            schemaPath: "#/definitions/localized/properties/ja/minLength",
                                            keyword: "minLength",
                                            params: { limit: 1 },
                                            message: "must NOT have fewer than 1 characters",
                                          },
                                        ]),
                                        !1
                                      );
                                  } else
                                    return (
                                      (P.errors = [
                                        {
                                          instancePath: r + "/look/ja",
                                          schemaPath: "#/definitions/localized/properties/ja/type",
                                          keyword: "type",
                                          params: { type: "string" },
                                          message: "must be string",
                                        },
                                      ]),
                                      !1
                                    );
                                var T = l === e;
                              } else var T = !0;
                          }
                        }
                      } else
                        return (
                          (P.errors = [
                            {
                              instancePath: r + "/look",
                              schemaPath: "#/definitions/localized/type",
                              keyword: "type",
                              params: { type: "object" },
                              message: "must be object",
                            },
                          ]),
                          !1
                        );
                    var o = a === e;
                  } else var o = !0;
              }
            }
          }
        }
      }
    } else
      return (
        (P.errors = [
          {
            instancePath: r,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            message: "must be object",
          },
        ]),
        !1
      );
  return ((P.errors = n), e === 0);
}
var he = j,
  G = {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "report.schema.json",
    title: "Gradus report",
    type: "object",
    additionalProperties: !1,
    required: [
      "schemaVersion",
      "exercise",
      "exerciseVersion",
      "graderVersion",
      "seed",
      "backend",
      "sandbox",
      "score",
      "maxScore",
      "wallMs",
      "diagnostics",
      "functions",
    ],
    properties: {
      schemaVersion: { const: 1 },
      exercise: { type: "string" },
      exerciseVersion: { type: "string" },
      graderVersion: { type: "string" },
      seed: {
        type: "object",
        additionalProperties: !1,
        required: ["kind", "commitment"],
        properties: { kind: { enum: ["public", "secret", "personal"] }, commitment: { type: "string" } },
      },
      backend: {
        type: "object",
        additionalProperties: !1,
        required: ["rung", "device"],
        properties: {
          rung: { enum: ["node-gpu", "webgpu", "node", "wasm", "cpu"] },
          device: { type: "string" },
        },
      },
      sandbox: {
        type: "object",
        additionalProperties: !1,
        required: ["mode", "runtime"],
        properties: { mode: { enum: ["process", "jail"] }, runtime: { type: "string" } },
      },
      score: { type: "number" },
      maxScore: { type: "number" },
      wallMs: { type: "number" },
      diagnostics: {
        type: "array",
        items: {
          type: "object",
          additionalProperties: !1,
          required: ["line", "column", "message"],
          properties: {
            line: { type: "integer", minimum: 1 },
            column: { type: "integer", minimum: 1 },
            message: { type: "string" },
          },
        },
      },
      functions: { type: "array", items: { $ref: "#/definitions/function" } },
    },
    definitions: {
      message: {
        type: "object",
        additionalProperties: !1,
        required: ["key", "values"],
        properties: {
          key: { type: "string", minLength: 1 },
          values: { type: "object", additionalProperties: { type: ["string", "number"] } },
        },
      },
      function: {
        type: "object",
        additionalProperties: !1,
        required: [
          "name",
          "status",
          "points",
          "maxPoints",
          "misconception",
          "relation",
          "followsFrom",
          "rootCause",
          "message",
          "firstMismatch",
          "cases",
        ],
        properties: {
          name: { type: "string" },
          status: {
            enum: ["passed", "follow-through", "failed", "error", "timeout", "not-attempted", "ungradable"],
          },
          points: { type: "number" },
          maxPoints: { type: "number" },
          misconception: { type: ["string", "null"] },
          relation: { anyOf: [{ type: "null" }, { $ref: "#/definitions/message" }] },
          followsFrom: { type: "array", items: { type: "string" } },
          rootCause: { type: "boolean" },
          message: { $ref: "#/definitions/message" },
          firstMismatch: {
            anyOf: [
              { type: "null" },
              {
                type: "object",
                additionalProperties: !1,
                required: ["case", "path", "expected", "got"],
                properties: {
                  case: { type: "string" },
                  path: { type: "string" },
                  expected: { type: "string" },
                  got: { type: "string" },
                },
              },
            ],
          },
          cases: {
            type: "array",
            items: {
              type: "object",
              additionalProperties: !1,
              required: ["id", "kind", "visible", "status"],
              properties: {
                id: { type: "string" },
                kind: { enum: ["value", "stability", "cost", "invariant", "distribution", "purity"] },
                visible: { type: "boolean" },
                status: { enum: ["passed", "failed", "error", "timeout", "not-run"] },
              },
            },
          },
        },
      },
    },
  },
  E = {
    type: "object",
    additionalProperties: !1,
    required: [
      "name",
      "status",
      "points",
      "maxPoints",
      "misconception",
      "relation",
      "followsFrom",
      "rootCause",
      "message",
      "firstMismatch",
      "cases",
    ],
    properties: {
      name: { type: "string" },
      status: {
        enum: ["passed", "follow-through", "failed", "error", "timeout", "not-attempted", "ungradable"],
      },
      points: { type: "number" },
      maxPoints: { type: "number" },
      misconception: { type: ["string", "null"] },
      relation: { anyOf: [{ type: "null" }, { $ref: "#/definitions/message" }] },
      followsFrom: { type: "array", items: { type: "string" } },
      rootCause: { type: "boolean" },
      message: { $ref: "#/definitions/message" },
      firstMismatch: {
        anyOf: [
          { type: "null" },
          {
            type: "object",
            additionalProperties: !1,
            required: ["case", "path", "expected", "got"],
            properties: {
              case: { type: "string" },
              path: { type: "string" },
              expected: { type: "string" },
              got: { type: "string" },
            },
          },
        ],
      },
      cases: {
        type: "array",
        items: {
          type: "object",
          additionalProperties: !1,
          required: ["id", "kind", "visible", "status"],
          properties: {
            id: { type: "string" },
            kind: { enum: ["value", "stability", "cost", "invariant", "distribution", "purity"] },
            visible: { type: "boolean" },
            status: { enum: ["passed", "failed", "error", "timeout", "not-run"] },
          },
        },
      },
    },
  },
  ae = {
    type: "object",
    additionalProperties: !1,
    required: ["key", "values"],
    properties: {
      key: { type: "string", minLength: 1 },
      values: { type: "object", additionalProperties: { type: ["string", "number"] } },
    },
  };
function N(t, { instancePath: r = "", parentData: V, parentDataProperty: F, rootData: z = t } = {}) {
  let n = null,
    e = 0;
  if (e === 0)
    if (t && typeof t == "object" && !Array.isArray(t)) {
      let c;
      if (
        (t.name === void 0 && (c = "name")) ||
        (t.status === void 0 && (c = "status")) ||
        (t.points === void 0 && (c = "points")) ||
        (t.maxPoints === void 0 && (c = "maxPoints")) ||
        (t.misconception === void 0 && (c = "misconception")) ||
        (t.relation === void 0 && (c = "relation")) ||
        (t.followsFrom === void 0 && (c = "followsFrom")) ||
        (t.rootCause === void 0 && (c = "rootCause")) ||
        (t.message === void 0 && (c = "message")) ||
        (t.firstMismatch === void 0 && (c = "firstMismatch")) ||
        (t.cases === void 0 && (c = "cases"))
      )
        return (
          (N.errors = [
            {
              instancePath: r,
              schemaPath: "#/required",
              keyword: "required",
              params: { missingProperty: c },
              message: "must have required property '" + c + "'",
            },
          ]),
          !1
        );
      {
        let f = e;
        for (let i in t)
          if (!W.call(E.properties, i)) {
            return (
              (N.errors = [
                {
                  instancePath: r,
                  schemaPath: "#/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: i },
                  message: "must NOT have additional properties",
                },
              ]),
              !1
            );
            break;
          }
        if (f === e) {
          if (t.name !== void 0) {
            let i = e;
            if (typeof t.name != "string")
              return (
                (N.errors = [
                  {
                    instancePath: r + "/name",
                    schemaPath: "#/properties/name/type",
                    keyword: "type",
                    params: { type: "string" },
                    message: "must be string",
                  },
                ]),
                !1
              );
            var o = i === e;
          } else var o = !0;
          if (o) {
            if (t.status !== void 0) {
              let i = t.status,
                s = e;
              if (!(
                i === "passed" ||
                i === "follow-through" ||
                i === "failed" ||
                i === "error" ||
                i === "timeout" ||
                i === "not-attempted" ||
                i === "ungradable"
              ))
                return (
                  (N.errors = [
                    {
                      instancePath: r + "/status",
                      schemaPath: "#/properties/status/enum",
                      keyword: "enum",
                      params: { allowedValues: E.properties.status.enum },
                      message: "must be equal to one of the allowed values",
                    },
                  ]),
                  !1
                );
              var o = s === e;
            } else var o = !0;
            if (o) {
              if (t.points !== void 0) {
                let i = t.points,
                  s = e;
                if (!(typeof i == "number" && isFinite(i)))
                  return (
                    (N.errors = [
                      {
                        instancePath: r + "/points",
                        schemaPath: "#/properties/points/type",
                        keyword: "type",
                        params: { type: "number" },
                        message: "must be number",
                      },
                    ]),
                    !1
                  );
                var o = s === e;
              } else var o = !0;
              if (o) {
                if (t.maxPoints !== void 0) {
                  let i = t.maxPoints,
                    s = e;
                  if (!(typeof i == "number" && isFinite(i)))
                    return (
                      (N.errors = [
                        {
                          instancePath: r + "/maxPoints",
                          schemaPath: "#/properties/maxPoints/type",
                          keyword: "type",
                          params: { type: "number" },
                          message: "must be number",
                        },
                      ]),
                      !1
                    );
                  var o = s === e;
                } else var o = !0;
                if (o) {
                  if (t.misconception !== void 0) {
                    let i = t.misconception,
                      s = e;
                    if (typeof i != "string" && i !== null)
                      return (
                        (N.errors = [
                          {
                            instancePath: r + "/misconception",
                            schemaPath: "#/properties/misconception/type",
                            keyword: "type",
                            params: { type: E.properties.misconception.type },
                            message: "must be string,null",
                          },
                        ]),
                        !1
                      );
                    var o = s === e;
                  } else var o = !0;
                  if (o) {
                    if (t.relation !== void 0) {
                      let i = t.relation,
                        s = e,
                        l = e,
                        w = !1,
                        u = e;
                      if (i !== null) {
                        let p = {
                          instancePath: r + "/relation",
                          schemaPath: "#/properties/relation/anyOf/0/type",
                          keyword: "type",
                          params: { type: "null" },
                          message: "must be null",
                        };
                        (n === null ? (n = [p]) : n.push(p), e++);
                      }
                      var I = u === e;
                      if (((w = w || I), !w)) {
                        let p = e;
                        if (e === e)
                          if (i && typeof i == "object" && !Array.isArray(i)) {
                            let $;
                            if (
                              (i.key === void 0 && ($ = "key")) ||
                              (i.values === void 0 && ($ = "values"))
                            ) {
                              let y = {
                                instancePath: r + "/relation",
                                schemaPath: "#/definitions/message/required",
                                keyword: "required",
                                params: { missingProperty: $ },
                                message: "must have required property '" + $ + "'",
                              };
                              (n === null ? (n = [y]) : n.push(y), e++);
                            } else {
                              let y = e;
                              for (let b in i)
                                if (!(b === "key" || b === "values")) {
                                  let O = {
                                    instancePath: r + "/relation",
                                    schemaPath: "#/definitions/message/additionalProperties",
                                    keyword: "additionalProperties",
                                    params: { additionalProperty: b },
                                    message: "must NOT have additional properties",
                                  };
                                  (n === null ? (n = [O]) : n.push(O), e++);
                                  break;
                                }
                              if (y === e) {
                                if (i.key !== void 0) {
                                  let b = i.key,
                                    O = e;
                                  if (e === O)
                                    if (typeof b == "string") {
                                      if (Z(b) < 1) {
                                        let D = {
                                          instancePath: r + "/relation/key",
                                          schemaPath: "#/definitions/message/properties/key/minLength",
                                          keyword: "minLength",
                                          params: { limit: 1 },
                                          message: "must NOT have fewer than 1 characters",
                                        };
                                        (n === null ? (n = [D]) : n.push(D), e++);
                                      }
                                    } else {
                                      let D = {
                                        instancePath: r + "/relation/key",
                                        schemaPath: "#/definitions/message/properties/key/type",
                                        keyword: "type",
                                        params: { type: "string" },
                                        message: "must be string",
                                      };
                                      (n === null ? (n = [D]) : n.push(D), e++);
                                    }
                                  var x = O === e;
                                } else var x = !0;
                                if (x)
                                  if (i.values !== void 0) {
                                    let b = i.values,
                                      O = e;
                                    if (e === O)
                                      if (b && typeof b == "object" && !Array.isArray(b))
                                        for (let C in b) {
                                          let H = b[C],
                                            oe = e;
                                          if (
                                            typeof H != "string" &&
                                            !(typeof H == "number" && isFinite(H))
                                          ) {
                                            let X = {
                                              instancePath:
                                                r +
                                                "/relation/values/" +
                                                C.replace(/~/g, "~0").replace(/\//g, "~1"),
                                              schemaPath:
                                                "#/definitions/message/properties/values/additionalProperties/type",
                                              keyword: "type",
                                              params: {
                                                type: ae.properties.values.additionalProperties.type,
                                              },
                                              message: "must be string,number",
                                            };
                                            (n === null ? (n = [X]) : n.push(X), e++);
                                          }
                                          var M = oe === e;
                                          if (!M) break;
                                        }
                                      else {
                                        let C = {
                                          instancePath: r + "/relation/values",
                                          schemaPath: "#/definitions/message/properties/values/type",
                                          keyword: "type",
                                          params: { type: "object" },
                                          message: "must be object",
                                        };
                                        (n === null ? (n = [C]) : n.push(C), e++);
                                      }
                                    var x = O === e;
                                  } else var x = !0;
                              }
                            }
                          } else {
                            let $ = {
                              instancePath: r + "/relation",
                              schemaPath: "#/definitions/message/type",
                              keyword: "type",
                              params: { type: "object" },
                              message: "must be object",
                            };
                            (n === null ? (n = [$]) : n.push($), e++);
                          }
                        var I = p === e;
                        w = w || I;
                      }
                      if (w) ((e = l), n !== null && (l ? (n.length = l) : (n = null)));
                      else {
                        let p = {
                          instancePath: r + "/relation",
                          schemaPath: "#/properties/relation/anyOf",
                          keyword: "anyOf",
                          params: {},
                          message: "must match a schema in anyOf",
                        };
                        return (n === null ? (n = [p]) : n.push(p), e++, (N.errors = n), !1);
                      }
                      var o = s === e;
                    } else var o = !0;
                    if (o) {
                      if (t.followsFrom !== void 0) {
                        let i = t.followsFrom,
                          s = e;
                        if (e === s)
                          if (Array.isArray(i)) {
                            var L = !0;
                            let w = i.length;
                            for (let u = 0; u < w; u++) {
                              let m = e;
                              if (typeof i[u] != "string")
                                return (
                                  (N.errors = [
                                    {
                                      instancePath: r + "/followsFrom/" + u,
                                      schemaPath: "#/properties/followsFrom/items/type",
                                      keyword: "type",
                                      params: { type: "string" },
                                      message: "must be string",
                                    },
                                  ]),
                                  !1
                                );
                              var L = m === e;
                              if (!L) break;
                            }
                          } else
                            return (
                              (N.errors = [
                                {
                                  instancePath: r + "/followsFrom",
                                  schemaPath: "#/properties/followsFrom/type",
                                  keyword: "type",
                                  params: { type: "array" },
                                  message: "must be array",
                                },
                              ]),
                              !1
                            );
                        var o = s === e;
                      } else var o = !0;
                      if (o) {
                        if (t.rootCause !== void 0) {
                          let i = e;
                          if (typeof t.rootCause != "boolean")
                            return (
                              (N.errors = [
                                {
                                  instancePath: r + "/rootCause",
                                  schemaPath: "#/properties/rootCause/type",
                                  keyword: "type",
                                  params: { type: "boolean" },
                                  message: "must be boolean",
                                },
                              ]),
                              !1
                            );
                          var o = i === e;
                        } else var o = !0;
                        if (o) {
                          if (t.message !== void 0) {
                            let i = t.message,
                              s = e;
                            if (e === e)
                              if (i && typeof i == "object" && !Array.isArray(i)) {
                                let u;
                                if (
                                  (i.key === void 0 && (u = "key")) ||
                                  (i.values === void 0 && (u = "values"))
                                )
                                  return (
                                    (N.errors = [
                                      {
                                        instancePath: r + "/message",
                                        schemaPath: "#/definitions/message/required",
                                        keyword: "required",
                                        params: { missingProperty: u },
                                        message: "must have required property '" + u + "'",
                                      },
                                    ]),
                                    !1
                                  );
                                {
                                  let m = e;
                                  for (let p in i)
                                    if (!(p === "key" || p === "values")) {
                                      return (
                                        (N.errors = [
                                          {
                                            instancePath: r + "/message",
                                            schemaPath: "#/definitions/message/additionalProperties",
                                            keyword: "additionalProperties",
                                            params: { additionalProperty: p },
                                            message: "must NOT have additional properties",
                                          },
                                        ]),
                                        !1
                                      );
                                      break;
                                    }
                                  if (m === e) {
                                    if (i.key !== void 0) {
                                      let p = i.key,
                                        v = e;
                                      if (e === v)
                                        if (typeof p == "string") {
                                          if (Z(p) < 1)
                                            return (
                                              (N.errors = [
                                                {
                                                  instancePath: r + "/message/key",
                                                  schemaPath:
                                                    "#/definitions/message/properties/key/minLength",
                                                  keyword: "minLength",
                                                  params: { limit: 1 },
                                                  message: "must NOT have fewer than 1 characters",
                                                },
                                              ]),
                                              !1
                                            );
                                        } else
                                          return (
                                            (N.errors = [
                                              {
                                                instancePath: r + "/message/key",
                                                schemaPath: "#/definitions/message/properties/key/type",
                                                keyword: "type",
                                                params: { type: "string" },
                                                message: "must be string",
                                              },
                                            ]),
                                            !1
                                          );
                                      var T = v === e;
                                    } else var T = !0;
                                    if (T)
                                      if (i.values !== void 0) {
                                        let p = i.values,
                                          v = e;
                                        if (e === v)
                                          if (p && typeof p == "object" && !Array.isArray(p))
                                            for (let $ in p) {
                                              let y = p[$],
                                                b = e;
                                              if (
                                                typeof y != "string" &&
                                                !(typeof y == "number" && isFinite(y))
                                              )
                                                return (
                                                  (N.errors = [
                                                    {
                                                      instancePath:
                                                        r +
                                                        "/message/values/" +
                                                        $.replace(/~/g, "~0").replace(/\//g, "~1"),
                                                      schemaPath:
                                                        "#/definitions/message/properties/values/additionalProperties/type",
                                                      keyword: "type",
                                                      params: {
                                                        type: ae.properties.values.additionalProperties.type,
                                                      },
                                                      message: "must be string,number",
                                                    },
                                                  ]),
                                                  !1
                                                );
                                              var B = b === e;
                                              if (!B) break;
                                            }
                                          else
                                            return (
                                              (N.errors = [
                                                {
                                                  instancePath: r + "/message/values",
                                                  schemaPath: "#/definitions/message/properties/values/type",
                                                  keyword: "type",
                                                  params: { type: "object" },
                                                  message: "must be object",
                                                },
                                              ]),
                                              !1
                                            );
                                        var T = v === e;
                                      } else var T = !0;
                                  }
                                }
                              } else
                                return (
                                  (N.errors = [
                                    {
                                      instancePath: r + "/message",
                                      schemaPath: "#/definitions/message/type",
                                      keyword: "type",
                                      params: { type: "object" },
                                      message: "must be object",
                                    },
                                  ]),
                                  !1
                                );
                            var o = s === e;
                          } else var o = !0;
                          if (o) {
                            if (t.firstMismatch !== void 0) {
                              let i = t.firstMismatch,
                                s = e,
                                l = e,
                                w = !1,
                                u = e;
                              if (i !== null) {
                                let p = {
                                  instancePath: r + "/firstMismatch",
                                  schemaPath: "#/properties/firstMismatch/anyOf/0/type",
                                  keyword: "type",
                                  params: { type: "null" },
                                  message: "must be null",
                                };
                                (n === null ? (n = [p]) : n.push(p), e++);
                              }
                              var A = u === e;
                              if (((w = w || A), !w)) {
                                let p = e;
                                if (e === p)
                                  if (i && typeof i == "object" && !Array.isArray(i)) {
                                    let k;
                                    if (
                                      (i.case === void 0 && (k = "case")) ||
                                      (i.path === void 0 && (k = "path")) ||
                                      (i.expected === void 0 && (k = "expected")) ||
                                      (i.got === void 0 && (k = "got"))
                                    ) {
                                      let $ = {
                                        instancePath: r + "/firstMismatch",
                                        schemaPath: "#/properties/firstMismatch/anyOf/1/required",
                                        keyword: "required",
                                        params: { missingProperty: k },
                                        message: "must have required property '" + k + "'",
                                      };
                                      (n === null ? (n = [$]) : n.push($), e++);
                                    } else {
                                      let $ = e;
                                      for (let y in i)
                                        if (!(
                                          y === "case" ||
                                          y === "path" ||
                                          y === "expected" ||
                                          y === "got"
                                        )) {
                                          let b = {
                                            instancePath: r + "/firstMismatch",
                                            schemaPath:
                                              "#/properties/firstMismatch/anyOf/1/additionalProperties",
                                            keyword: "additionalProperties",
                                            params: { additionalProperty: y },
                                            message: "must NOT have additional properties",
                                          };
                                          (n === null ? (n = [b]) : n.push(b), e++);
                                          break;
                                        }
                                      if ($ === e) {
                                        if (i.case !== void 0) {
                                          let y = e;
                                          if (typeof i.case != "string") {
                                            let b = {
                                              instancePath: r + "/firstMismatch/case",
                                              schemaPath:
                                                "#/properties/firstMismatch/anyOf/1/properties/case/type",
                                              keyword: "type",
                                              params: { type: "string" },
                                              message: "must be string",
                                            };
                                            (n === null ? (n = [b]) : n.push(b), e++);
                                          }
                                          var d = y === e;
                                        } else var d = !0;
                                        if (d) {
                                          if (i.path !== void 0) {
                                            let y = e;
                                            if (typeof i.path != "string") {
                                              let O = {
                                                instancePath: r + "/firstMismatch/path",
                                                schemaPath:
                                                  "#/properties/firstMismatch/anyOf/1/properties/path/type",
                                                keyword: "type",
                                                params: { type: "string" },
                                                message: "must be string",
                                              };
                                              (n === null ? (n = [O]) : n.push(O), e++);
                                            }
                                            var d = y === e;
                                          } else var d = !0;
                                          if (d) {
                                            if (i.expected !== void 0) {
                                              let y = e;
                                              if (typeof i.expected != "string") {
                                                let O = {
                                                  instancePath: r + "/firstMismatch/expected",
                                                  schemaPath:
                                                    "#/properties/firstMismatch/anyOf/1/properties/expected/type",
                                                  keyword: "type",
                                                  params: { type: "string" },
                                                  message: "must be string",
                                                };
                                                (n === null ? (n = [O]) : n.push(O), e++);
                                              }
                                              var d = y === e;
                                            } else var d = !0;
                                            if (d)
                                              if (i.got !== void 0) {
                                                let y = e;
                                                if (typeof i.got != "string") {
                                                  let O = {
                                                    instancePath: r + "/firstMismatch/got",
                                                    schemaPath:
                                                      "#/properties/firstMismatch/anyOf/1/properties/got/type",
                                                    keyword: "type",
                                                    params: { type: "string" },
                                                    message: "must be string",
                                                  };
                                                  (n === null ? (n = [O]) : n.push(O), e++);
                                                }
                                                var d = y === e;
                                              } else var d = !0;
                                          }
                                        }
                                      }
                                    }
                                  } else {
                                    let k = {
                                      instancePath: r + "/firstMismatch",
                                      schemaPath: "#/properties/firstMismatch/anyOf/1/type",
                                      keyword: "type",
                                      params: { type: "object" },
                                      message: "must be object",
                                    };
                                    (n === null ? (n = [k]) : n.push(k), e++);
                                  }
                                var A = p === e;
                                w = w || A;
                              }
                              if (w) ((e = l), n !== null && (l ? (n.length = l) : (n = null)));
                              else {
                                let p = {
                                  instancePath: r + "/firstMismatch",
                                  schemaPath: "#/properties/firstMismatch/anyOf",
                                  keyword: "anyOf",
                                  params: {},
                                  message: "must match a schema in anyOf",
                                };
                                return (n === null ? (n = [p]) : n.push(p), e++, (N.errors = n), !1);
                              }
                              var o = s === e;
                            } else var o = !0;
                            if (o)
                              if (t.cases !== void 0) {
                                let i = t.cases,
                                  s = e;
                                if (e === s)
                                  if (Array.isArray(i)) {
                                    var a = !0;
                                    let w = i.length;
                                    for (let u = 0; u < w; u++) {
                                      let m = i[u],
                                        p = e;
                                      if (e === p)
                                        if (m && typeof m == "object" && !Array.isArray(m)) {
                                          let k;
                                          if (
                                            (m.id === void 0 && (k = "id")) ||
                                            (m.kind === void 0 && (k = "kind")) ||
                                            (m.visible === void 0 && (k = "visible")) ||
                                            (m.status === void 0 && (k = "status"))
                                          )
                                            return (
                                              (N.errors = [
                                                {
                                                  instancePath: r + "/cases/" + u,
                                                  schemaPath: "#/properties/cases/items/required",
                                                  keyword: "required",
                                                  params: { missingProperty: k },
                                                  message: "must have required property '" + k + "'",
                                                },
                                              ]),
                                              !1
                                            );
                                          {
                                            let $ = e;
                                            for (let y in m)
                                              if (!(
                                                y === "id" ||
                                                y === "kind" ||
                                                y === "visible" ||
                                                y === "status"
                                              )) {
                                                return (
                                                  (N.errors = [
                                                    {
                                                      instancePath: r + "/cases/" + u,
                                                      schemaPath:
                                                        "#/properties/cases/items/additionalProperties",
                                                      keyword: "additionalProperties",
                                                      params: { additionalProperty: y },
                                                      message: "must NOT have additional properties",
                                                    },
                                                  ]),
                                                  !1
                                                );
                                                break;
                                              }
                                            if ($ === e) {
                                              if (m.id !== void 0) {
                                                let y = e;
                                                if (typeof m.id != "string")
                                                  return (
                                                    (N.errors = [
                                                      {
                                                        instancePath: r + "/cases/" + u + "/id",
                                                        schemaPath:
                                                          "#/properties/cases/items/properties/id/type",
                                                        keyword: "type",
                                                        params: { type: "string" },
                                                        message: "must be string",
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                var h = y === e;
                                              } else var h = !0;
                                              if (h) {
                                                if (m.kind !== void 0) {
                                                  let y = m.kind,
                                                    b = e;
                                                  if (!(
                                                    y === "value" ||
                                                    y === "stability" ||
                                                    y === "cost" ||
                                                    y === "invariant" ||
                                                    y === "distribution" ||
                                                    y === "purity"
                                                  ))
                                                    return (
                                                      (N.errors = [
                                                        {
                                                          instancePath: r + "/cases/" + u + "/kind",
                                                          schemaPath:
                                                            "#/properties/cases/items/properties/kind/enum",
                                                          keyword: "enum",
                                                          params: {
                                                            allowedValues:
                                                              E.properties.cases.items.properties.kind.enum,
                                                          },
                                                          message:
                                                            "must be equal to one of the allowed values",
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                  var h = b === e;
                                                } else var h = !0;
                                                if (h) {
                                                  if (m.visible !== void 0) {
                                                    let y = e;
                                                    if (typeof m.visible != "boolean")
                                                      return (
                                                        (N.errors = [
                                                          {
                                                            instancePath: r + "/cases/" + u + "/visible",
                                                            schemaPath:
                                                              "#/properties/cases/items/properties/visible/type",
                                                            keyword: "type",
                                                            params: { type: "boolean" },
                                                            message: "must be boolean",
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                    var h = y === e;
                                                  } else var h = !0;
                                                  if (h)
                                                    if (m.status !== void 0) {
                                                      let y = m.status,
                                                        b = e;
                                                      if (!(
                                                        y === "passed" ||
                                                        y === "failed" ||
                                                        y === "error" ||
                                                        y === "timeout" ||
                                                        y === "not-run"
                                                      ))
                                                        return (
                                                          (N.errors = [
                                                            {
                                                              instancePath: r + "/cases/" + u + "/status",
                                                              schemaPath:
                                                                "#/properties/cases/items/properties/status/enum",
                                                              keyword: "enum",
                                                              params: {
                                                                allowedValues:
                                                                  E.properties.cases.items.properties.status
                                                                    .enum,
                                                              },
                                                              message:
                                                                "must be equal to one of the allowed values",
                                                            },
                                                          ]),
                                                          !1
                                                        );
                                                      var h = b === e;
                                                    } else var h = !0;
                                                }
                                              }
                                            }
                                          }
                                        } else
                                          return (
                                            (N.errors = [
                                              {
                                                instancePath: r + "/cases/" + u,
                                                schemaPath: "#/properties/cases/items/type",
                                                keyword: "type",
                                                params: { type: "object" },
                                                message: "must be object",
                                              },
                                            ]),
                                            !1
                                          );
                                      var a = p === e;
                                      if (!a) break;
                                    }
                                  } else
                                    return (
                                      (N.errors = [
                                        {
                                          instancePath: r + "/cases",
                                          schemaPath: "#/properties/cases/type",
                                          keyword: "type",
                                          params: { type: "array" },
                                          message: "must be array",
                                        },
                                      ]),
                                      !1
                                    );
                                var o = s === e;
                              } else var o = !0;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (N.errors = [
          {
            instancePath: r,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            message: "must be object",
          },
        ]),
        !1
      );
  return ((N.errors = n), e === 0);
}
function j(t, { instancePath: r = "", parentData: V, parentDataProperty: F, rootData: z = t } = {}) {
  let n = null,
    e = 0;
  if (e === 0)
    if (t && typeof t == "object" && !Array.isArray(t)) {
      let A;
      if (
        (t.schemaVersion === void 0 && (A = "schemaVersion")) ||
        (t.exercise === void 0 && (A = "exercise")) ||
        (t.exerciseVersion === void 0 && (A = "exerciseVersion")) ||
        (t.graderVersion === void 0 && (A = "graderVersion")) ||
        (t.seed === void 0 && (A = "seed")) ||
        (t.backend === void 0 && (A = "backend")) ||
        (t.sandbox === void 0 && (A = "sandbox")) ||
        (t.score === void 0 && (A = "score")) ||
        (t.maxScore === void 0 && (A = "maxScore")) ||
        (t.wallMs === void 0 && (A = "wallMs")) ||
        (t.diagnostics === void 0 && (A = "diagnostics")) ||
        (t.functions === void 0 && (A = "functions"))
      )
        return (
          (j.errors = [
            {
              instancePath: r,
              schemaPath: "#/required",
              keyword: "required",
              params: { missingProperty: A },
              message: "must have required property '" + A + "'",
            },
          ]),
          !1
        );
      {
        let d = e;
        for (let a in t)
          if (!W.call(G.properties, a)) {
            return (
              (j.errors = [
                {
                  instancePath: r,
                  schemaPath: "#/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: a },
                  message: "must NOT have additional properties",
                },
              ]),
              !1
            );
            break;
          }
        if (d === e) {
          if (t.schemaVersion !== void 0) {
            let a = e;
            if (t.schemaVersion !== 1)
              return (
                (j.errors = [
                  {
                    instancePath: r + "/schemaVersion",
                    schemaPath: "#/properties/schemaVersion/const",
                    keyword: "const",
                    params: { allowedValue: 1 },
                    message: "must be equal to constant",
                  },
                ]),
                !1
              );
            var o = a === e;
          } else var o = !0;
          if (o) {
            if (t.exercise !== void 0) {
              let a = e;
              if (typeof t.exercise != "string")
                return (
                  (j.errors = [
                    {
                      instancePath: r + "/exercise",
                      schemaPath: "#/properties/exercise/type",
                      keyword: "type",
                      params: { type: "string" },
                      message: "must be string",
                    },
                  ]),
                  !1
                );
              var o = a === e;
            } else var o = !0;
            if (o) {
              if (t.exerciseVersion !== void 0) {
                let a = e;
                if (typeof t.exerciseVersion != "string")
                  return (
                    (j.errors = [
                      {
                        instancePath: r + "/exerciseVersion",
                        schemaPath: "#/properties/exerciseVersion/type",
                        keyword: "type",
                        params: { type: "string" },
                        message: "must be string",
                      },
                    ]),
                    !1
                  );
                var o = a === e;
              } else var o = !0;
              if (o) {
                if (t.graderVersion !== void 0) {
                  let a = e;
                  if (typeof t.graderVersion != "string")
                    return (
                      (j.errors = [
                        {
                          instancePath: r + "/graderVersion",
                          schemaPath: "#/properties/graderVersion/type",
                          keyword: "type",
                          params: { type: "string" },
                          message: "must be string",
                        },
                      ]),
                      !1
                    );
                  var o = a === e;
                } else var o = !0;
                if (o) {
                  if (t.seed !== void 0) {
                    let a = t.seed,
                      h = e;
                    if (e === h)
                      if (a && typeof a == "object" && !Array.isArray(a)) {
                        let f;
                        if (
                          (a.kind === void 0 && (f = "kind")) ||
                          (a.commitment === void 0 && (f = "commitment"))
                        )
                          return (
                            (j.errors = [
                              {
                                instancePath: r + "/seed",
                                schemaPath: "#/properties/seed/required",
                                keyword: "required",
                                params: { missingProperty: f },
                                message: "must have required property '" + f + "'",
                              },
                            ]),
                            !1
                          );
                        {
                          let i = e;
                          for (let s in a)
                            if (!(s === "kind" || s === "commitment")) {
                              return (
                                (j.errors = [
                                  {
                                    instancePath: r + "/seed",
                                    schemaPath: "#/properties/seed/additionalProperties",
                                    keyword: "additionalProperties",
                                    params: { additionalProperty: s },
                                    message: "must NOT have additional properties",
                                  },
                                ]),
                                !1
                              );
                              break;
                            }
                          if (i === e) {
                            if (a.kind !== void 0) {
                              let s = a.kind,
                                l = e;
                              if (!(s === "public" || s === "secret" || s === "personal"))
                                return (
                                  (j.errors = [
                                    {
                                      instancePath: r + "/seed/kind",
                                      schemaPath: "#/properties/seed/properties/kind/enum",
                                      keyword: "enum",
                                      params: { allowedValues: G.properties.seed.properties.kind.enum },
                                      message: "must be equal to one of the allowed values",
                                    },
                                  ]),
                                  !1
                                );
                              var I = l === e;
                            } else var I = !0;
                            if (I)
                              if (a.commitment !== void 0) {
                                let s = e;
                                if (typeof a.commitment != "string")
                                  return (
                                    (j.errors = [
                                      {
                                        instancePath: r + "/seed/commitment",
                                        schemaPath: "#/properties/seed/properties/commitment/type",
                                        keyword: "type",
                                        params: { type: "string" },
                                        message: "must be string",
                                      },
                                    ]),
                                    !1
                                  );
                                var I = s === e;
                              } else var I = !0;
                          }
                        }
                      } else
                        return (
                          (j.errors = [
                            {
                              instancePath: r + "/seed",
                              schemaPath: "#/properties/seed/type",
                              keyword: "type",
                              params: { type: "object" },
                              message: "must be object",
                            },
                          ]),
                          !1
                        );
                    var o = h === e;
                  } else var o = !0;
                  if (o) {
                    if (t.backend !== void 0) {
                      let a = t.backend,
                        h = e;
                      if (e === h)
                        if (a && typeof a == "object" && !Array.isArray(a)) {
                          let f;
                          if ((a.rung === void 0 && (f = "rung")) || (a.device === void 0 && (f = "device")))
                            return (
                              (j.errors = [
                                {
                                  instancePath: r + "/backend",
                                  schemaPath: "#/properties/backend/required",
                                  keyword: "required",
                                  params: { missingProperty: f },
                                  message: "must have required property '" + f + "'",
                                },
                              ]),
                              !1
                            );
                          {
                            let i = e;
                            for (let s in a)
                              if (!(s === "rung" || s === "device")) {
                                return (
                                  (j.errors = [
                                    {
                                      instancePath: r + "/backend",
                                      schemaPath: "#/properties/backend/additionalProperties",
                                      keyword: "additionalProperties",
                                      params: { additionalProperty: s },
                                      message: "must NOT have additional properties",
                                    },
                                  ]),
                                  !1
                                );
                                break;
                              }
                            if (i === e) {
                              if (a.rung !== void 0) {
                                let s = a.rung,
                                  l = e;
                                if (!(
                                  s === "node-gpu" ||
                                  s === "webgpu" ||
                                  s === "node" ||
                                  s === "wasm" ||
                                  s === "cpu"
                                ))
                                  return (
                                    (j.errors = [
                                      {
                                        instancePath: r + "/backend/rung",
                                        schemaPath: "#/properties/backend/properties/rung/enum",
                                        keyword: "enum",
                                        params: { allowedValues: G.properties.backend.properties.rung.enum },
                                        message: "must be equal to one of the allowed values",
                                      },
                                    ]),
                                    !1
                                  );
                                var x = l === e;
                              } else var x = !0;
                              if (x)
                                if (a.device !== void 0) {
                                  let s = e;
                                  if (typeof a.device != "string")
                                    return (
                                      (j.errors = [
                                        {
                                          instancePath: r + "/backend/device",
                                          schemaPath: "#/properties/backend/properties/device/type",
                                          keyword: "type",
                                          params: { type: "string" },
                                          message: "must be string",
                                        },
                                      ]),
                                      !1
                                    );
                                  var x = s === e;
                                } else var x = !0;
                            }
                          }
                        } else
                          return (
                            (j.errors = [
                              {
                                instancePath: r + "/backend",
                                schemaPath: "#/properties/backend/type",
                                keyword: "type",
                                params: { type: "object" },
                                message: "must be object",
                              },
                            ]),
                            !1
                          );
                      var o = h === e;
                    } else var o = !0;
                    if (o) {
                      if (t.sandbox !== void 0) {
                        let a = t.sandbox,
                          h = e;
                        if (e === h)
                          if (a && typeof a == "object" && !Array.isArray(a)) {
                            let f;
                            if (
                              (a.mode === void 0 && (f = "mode")) ||
                              (a.runtime === void 0 && (f = "runtime"))
                            )
                              return (
                                (j.errors = [
                                  {
                                    instancePath: r + "/sandbox",
                                    schemaPath: "#/properties/sandbox/required",
                                    keyword: "required",
                                    params: { missingProperty: f },
                                    message: "must have required property '" + f + "'",
                                  },
                                ]),
                                !1
                              );
                            {
                              let i = e;
                              for (let s in a)
                                if (!(s === "mode" || s === "runtime")) {
                                  return (
                                    (j.errors = [
                                      {
                                        instancePath: r + "/sandbox",
                                        schemaPath: "#/properties/sandbox/additionalProperties",
                                        keyword: "additionalProperties",
                                        params: { additionalProperty: s },
                                        message: "must NOT have additional properties",
                                      },
                                    ]),
                                    !1
                                  );
                                  break;
                                }
                              if (i === e) {
                                if (a.mode !== void 0) {
                                  let s = a.mode,
                                    l = e;
                                  if (!(s === "process" || s === "jail"))
                                    return (
                                      (j.errors = [
                                        {
                                          instancePath: r + "/sandbox/mode",
                                          schemaPath: "#/properties/sandbox/properties/mode/enum",
                                          keyword: "enum",
                                          params: {
                                            allowedValues: G.properties.sandbox.properties.mode.enum,
                                          },
                                          message: "must be equal to one of the allowed values",
                                        },
                                      ]),
                                      !1
                                    );
                                  var M = l === e;
                                } else var M = !0;
                                if (M)
                                  if (a.runtime !== void 0) {
                                    let s = e;
                                    if (typeof a.runtime != "string")
                                      return (
                                        (j.errors = [
                                          {
                                            instancePath: r + "/sandbox/runtime",
                                            schemaPath: "#/properties/sandbox/properties/runtime/type",
                                            keyword: "type",
                                            params: { type: "string" },
                                            message: "must be string",
                                          },
                                        ]),
                                        !1
                                      );
                                    var M = s === e;
                                  } else var M = !0;
                              }
                            }
                          } else
                            return (
                              (j.errors = [
                                {
                                  instancePath: r + "/sandbox",
                                  schemaPath: "#/properties/sandbox/type",
                                  keyword: "type",
                                  params: { type: "object" },
                                  message: "must be object",
                                },
                              ]),
                              !1
                            );
                        var o = h === e;
                      } else var o = !0;
                      if (o) {
                        if (t.score !== void 0) {
                          let a = t.score,
                            h = e;
                          if (!(typeof a == "number" && isFinite(a)))
                            return (
                              (j.errors = [
                                {
                                  instancePath: r + "/score",
                                  schemaPath: "#/properties/score/type",
                                  keyword: "type",
                                  params: { type: "number" },
                                  message: "must be number",
                                },
                              ]),
                              !1
                            );
                          var o = h === e;
                        } else var o = !0;
                        if (o) {
                          if (t.maxScore !== void 0) {
                            let a = t.maxScore,
                              h = e;
                            if (!(typeof a == "number" && isFinite(a)))
                              return (
                                (j.errors = [
                                  {
                                    instancePath: r + "/maxScore",
                                    schemaPath: "#/properties/maxScore/type",
                                    keyword: "type",
                                    params: { type: "number" },
                                    message: "must be number",
                                  },
                                ]),
                                !1
                              );
                            var o = h === e;
                          } else var o = !0;
                          if (o) {
                            if (t.wallMs !== void 0) {
                              let a = t.wallMs,
                                h = e;
                              if (!(typeof a == "number" && isFinite(a)))
                                return (
                                  (j.errors = [
                                    {
                                      instancePath: r + "/wallMs",
                                      schemaPath: "#/properties/wallMs/type",
                                      keyword: "type",
                                      params: { type: "number" },
                                      message: "must be number",
                                    },
                                  ]),
                                  !1
                                );
                              var o = h === e;
                            } else var o = !0;
                            if (o) {
                              if (t.diagnostics !== void 0) {
                                let a = t.diagnostics,
                                  h = e;
                                if (e === h)
                                  if (Array.isArray(a)) {
                                    var L = !0;
                                    let f = a.length;
                                    for (let i = 0; i < f; i++) {
                                      let s = a[i],
                                        l = e;
                                      if (e === l)
                                        if (s && typeof s == "object" && !Array.isArray(s)) {
                                          let u;
                                          if (
                                            (s.line === void 0 && (u = "line")) ||
                                            (s.column === void 0 && (u = "column")) ||
                                            (s.message === void 0 && (u = "message"))
                                          )
                                            return (
                                              (j.errors = [
                                                {
                                                  instancePath: r + "/diagnostics/" + i,
                                                  schemaPath: "#/properties/diagnostics/items/required",
                                                  keyword: "required",
                                                  params: { missingProperty: u },
                                                  message: "must have required property '" + u + "'",
                                                },
                                              ]),
                                              !1
                                            );
                                          {
                                            let m = e;
                                            for (let p in s)
                                              if (!(p === "line" || p === "column" || p === "message")) {
                                                return (
                                                  (j.errors = [
                                                    {
                                                      instancePath: r + "/diagnostics/" + i,
                                                      schemaPath:
                                                        "#/properties/diagnostics/items/additionalProperties",
                                                      keyword: "additionalProperties",
                                                      params: { additionalProperty: p },
                                                      message: "must NOT have additional properties",
                                                    },
                                                  ]),
                                                  !1
                                                );
                                                break;
                                              }
                                            if (m === e) {
                                              if (s.line !== void 0) {
                                                let p = s.line,
                                                  v = e;
                                                if (!(
                                                  typeof p == "number" &&
                                                  !(p % 1) &&
                                                  !isNaN(p) &&
                                                  isFinite(p)
                                                ))
                                                  return (
                                                    (j.errors = [
                                                      {
                                                        instancePath: r + "/diagnostics/" + i + "/line",
                                                        schemaPath:
                                                          "#/properties/diagnostics/items/properties/line/type",
                                                        keyword: "type",
                                                        params: { type: "integer" },
                                                        message: "must be integer",
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                if (
                                                  e === v &&
                                                  typeof p == "number" &&
                                                  isFinite(p) &&
                                                  (p < 1 || isNaN(p))
                                                )
                                                  return (
                                                    (j.errors = [
                                                      {
                                                        instancePath: r + "/diagnostics/" + i + "/line",
                                                        schemaPath:
                                                          "#/properties/diagnostics/items/properties/line/minimum",
                                                        keyword: "minimum",
                                                        params: { comparison: ">=", limit: 1 },
                                                        message: "must be >= 1",
                                                      },
                                                    ]),
                                                    !1
                                                  );
                                                var T = v === e;
                                              } else var T = !0;
                                              if (T) {
                                                if (s.column !== void 0) {
                                                  let p = s.column,
                                                    v = e;
                                                  if (!(
                                                    typeof p == "number" &&
                                                    !(p % 1) &&
                                                    !isNaN(p) &&
                                                    isFinite(p)
                                                  ))
                                                    return (
                                                      (j.errors = [
                                                        {
                                                          instancePath: r + "/diagnostics/" + i + "/column",
                                                          schemaPath:
                                                            "#/properties/diagnostics/items/properties/column/type",
                                                          keyword: "type",
                                                          params: { type: "integer" },
                                                          message: "must be integer",
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                  if (
                                                    e === v &&
                                                    typeof p == "number" &&
                                                    isFinite(p) &&
                                                    (p < 1 || isNaN(p))
                                                  )
                                                    return (
                                                      (j.errors = [
                                                        {
                                                          instancePath: r + "/diagnostics/" + i + "/column",
                                                          schemaPath:
                                                            "#/properties/diagnostics/items/properties/column/minimum",
                                                          keyword: "minimum",
                                                          params: { comparison: ">=", limit: 1 },
                                                          message: "must be >= 1",
                                                        },
                                                      ]),
                                                      !1
                                                    );
                                                  var T = v === e;
                                                } else var T = !0;
                                                if (T)
                                                  if (s.message !== void 0) {
                                                    let p = e;
                                                    if (typeof s.message != "string")
                                                      return (
                                                        (j.errors = [
                                                          {
                                                            instancePath:
                                                              r + "/diagnostics/" + i + "/message",
                                                            schemaPath:
                                                              "#/properties/diagnostics/items/properties/message/type",
                                                            keyword: "type",
                                                            params: { type: "string" },
                                                            message: "must be string",
                                                          },
                                                        ]),
                                                        !1
                                                      );
                                                    var T = p === e;
                                                  } else var T = !0;
                                              }
                                            }
                                          }
                                        } else
                                          return (
                                            (j.errors = [
                                              {
                                                instancePath: r + "/diagnostics/" + i,
                                                schemaPath: "#/properties/diagnostics/items/type",
                                                keyword: "type",
                                                params: { type: "object" },
                                                message: "must be object",
                                              },
                                            ]),
                                            !1
                                          );
                                      var L = l === e;
                                      if (!L) break;
                                    }
                                  } else
                                    return (
                                      (j.errors = [
                                        {
                                          instancePath: r + "/diagnostics",
                                          schemaPath: "#/properties/diagnostics/type",
                                          keyword: "type",
                                          params: { type: "array" },
                                          message: "must be array",
                                        },
                                      ]),
                                      !1
                                    );
                                var o = h === e;
                              } else var o = !0;
                              if (o)
                                if (t.functions !== void 0) {
                                  let a = t.functions,
                                    h = e;
                                  if (e === h)
                                    if (Array.isArray(a)) {
                                      var B = !0;
                                      let f = a.length;
                                      for (let i = 0; i < f; i++) {
                                        let s = e;
                                        N(a[i], {
                                          instancePath: r + "/functions/" + i,
                                          parentData: a,
                                          parentDataProperty: i,
                                          rootData: z,
                                        }) ||
                                          ((n = n === null ? N.errors : n.concat(N.errors)), (e = n.length));
                                        var B = s === e;
                                        if (!B) break;
                                      }
                                    } else
                                      return (
                                        (j.errors = [
                                          {
                                            instancePath: r + "/functions",
                                            schemaPath: "#/properties/functions/type",
                                            keyword: "type",
                                            params: { type: "array" },
                                            message: "must be array",
                                          },
                                        ]),
                                        !1
                                      );
                                  var o = h === e;
                                } else var o = !0;
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return (
        (j.errors = [
          {
            instancePath: r,
            schemaPath: "#/type",
            keyword: "type",
            params: { type: "object" },
            message: "must be object",
          },
        ]),
        !1
      );
  return ((j.errors = n), e === 0);
}
export { ce as validateExercise, ye as validateMisconception, he as validateReport };

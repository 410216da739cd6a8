/** What a student reads, in English. Keys as in sentences.ja.ts; a test holds both tables to the same keys and placeholders. */
export const english: Readonly<Record<string, string>> = {
  passed: "right",
  "follow-through": "this line follows correctly from your {from}; fix that first",
  "not-attempted": "not written yet",
  "not-attempted.missing": "the file does not export a function named {name}",
  timeout: "it used up its time; is there a loop that does not end, or far more work than the formula needs?",
  "timeout.skipped": "not called, because two earlier functions used up their time",
  "ungradable.too-large": "the file has {kb} KB; a submission has at most {most} KB",
  "ungradable.not-text": "the file is not text in UTF-8",

  "error.asynchronous": "it is asynchronous; write it as a plain function that returns its result at once",
  "error.not-a-function": "the export is {got}, not a function",
  "error.throw": "it throws[: {text}][ (line {line})]",
  "error.stack": "it calls itself without end[ (line {line})]",
  "error.memory": "it needs more memory than there is",
  "error.crash": "it ended the process that runs it",
  "error.unsupported": "its result cannot be read[: {text}]",
  "error.too-large": "its result is far too large",
  "error.not-run": "not called, because an earlier call did not come back",

  "extreme.throw": "right on ordinary inputs, but it throws on an extreme one[: {text}][ (line {line})]",
  "extreme.stack": "right on ordinary inputs, but on an extreme one it calls itself without end",
  "extreme.memory": "right on ordinary inputs, but an extreme one needs more memory than there is",
  "extreme.crash": "right on ordinary inputs, but an extreme one ends the process that runs it",
  "extreme.timeout": "right on ordinary inputs, but it uses up its time on an extreme one",
  "extreme.unsupported":
    "right on ordinary inputs, but on an extreme one its result cannot be read[: {text}]",
  "extreme.too-large": "right on ordinary inputs, but on an extreme one its result is far too large",
  "extreme.asynchronous": "right on ordinary inputs, but on an extreme one it returns a promise",
  "extreme.not-run":
    "right on ordinary inputs; an extreme one was not tried, because an earlier call did not come back",

  "submission.syntax": "the file does not parse[: {text}][ (line {line})]",
  "submission.forbidden": "an exercise is one file without imports[: {text}][ (line {line})]",
  "submission.throw": "the file throws while it is loaded[: {text}][ (line {line})]",
  "submission.stack": "the file calls itself without end while it is loaded",
  "submission.timeout":
    "the file uses up its time while it is loaded; is there a loop that does not end outside the functions?",
  "submission.memory": "the file needs more memory than there is while it is loaded",
  "submission.crash": "the file ended the process that runs it while it was loaded",
  "submission.unsupported": "the file's exports cannot be read[: {text}]",
  "submission.too-large": "the file is too large",
  "submission.asynchronous": "the file waits for something while it is loaded; there is nothing to wait for",
  "submission.not-run": "the file was not loaded",

  "failed.needs": "it calls {name}, which is not written yet",
  "failed.waits": "it builds on your {name}, which is not right; fix that one first, then look here again",
  "failed.value": "case {case}:[{path}] expected {expected}, got {got}",
  "failed.stability":
    "right on ordinary inputs, but on the extreme case {case}:[{path}] expected {expected}, got {got}",
  "failed.cost": "right, but it needs far more work than the formula; it does not finish on a larger input",
  "failed.shape": "case {case}:[{path}] expected {expected}, got {got}; the result is {type}",
  "failed.type.hidden": "the result has the wrong shape; it is {type}",
  "failed.hidden": "wrong on a hidden {kind} case",
  "failed.purity": "it changes its argument {argument}; leave the inputs as they are",
  "failed.state": "the same arguments give another result the second time; nothing may be kept between calls",

  "relation.sign": "your result is the right one with the opposite sign",
  "relation.times": "your result is the right one times {factor}",
  "relation.offset": "your result is the right one plus {offset}",

  "ui.hints": "hints: gradus hint {exercise} --function {name}",
  "ui.backend": "reference on {rung} ({device}), sandbox {mode}, {runtime}, {wallMs} ms",
  "ui.watching": "watching {file}; Ctrl-C ends",
  "ui.gone": "{file} is not there at the moment; waiting for it",
  "ui.position": "line {line}, column {column}: {message}",
};

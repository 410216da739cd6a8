/** What a student reads, in Japanese. Keys as in sentences.en.ts; a test holds both tables to the same keys and placeholders. */
export const japanese: Readonly<Record<string, string>> = {
  passed: "正解",
  "follow-through": "この行は、自分の {from} からは正しく導けている。先に {from} を直す",
  "not-attempted": "まだ書かれていない",
  "not-attempted.missing": "{name} という名前の関数が export されていない",
  timeout: "制限時間を使い切った。終わらないループや、式に比べて多すぎる計算はないだろうか",
  "timeout.skipped": "先の二つの関数が時間を使い切ったため、呼び出していない",
  "ungradable.too-large": "ファイルの大きさが {kb} KB ある。提出できるのは {most} KB までである",
  "ungradable.not-text": "ファイルが UTF-8 のテキストではない",

  "error.asynchronous": "非同期関数になっている。結果をすぐに返す普通の関数として書く",
  "error.not-a-function": "export されているのは関数ではなく {got} である",
  "error.throw": "例外が発生した[: {text}][（{line} 行目）]",
  "error.stack": "自分自身の呼び出しが終わらない[（{line} 行目）]",
  "error.memory": "使えるメモリーの量を超えた",
  "error.crash": "実行中のプロセスを終了させてしまった",
  "error.unsupported": "結果を読み取れない[: {text}]",
  "error.too-large": "結果が大きすぎる",
  "error.not-run": "先の呼び出しが戻らなかったため、呼び出していない",

  "extreme.throw": "通常の入力では正しいが、極端な入力で例外が発生する[: {text}][（{line} 行目）]",
  "extreme.stack": "通常の入力では正しいが、極端な入力で自分自身の呼び出しが終わらない",
  "extreme.memory": "通常の入力では正しいが、極端な入力でメモリーが足りなくなる",
  "extreme.crash": "通常の入力では正しいが、極端な入力で実行中のプロセスを終了させてしまう",
  "extreme.timeout": "通常の入力では正しいが、極端な入力で制限時間を使い切る",
  "extreme.unsupported": "通常の入力では正しいが、極端な入力で結果を読み取れない[: {text}]",
  "extreme.too-large": "通常の入力では正しいが、極端な入力で結果が大きすぎる",
  "extreme.asynchronous": "通常の入力では正しいが、極端な入力で Promise を返す",
  "extreme.not-run": "通常の入力では正しい。先の呼び出しが戻らなかったため、極端な入力は試していない",

  "submission.syntax": "ファイルの構文に誤りがある[: {text}][（{line} 行目）]",
  "submission.forbidden": "課題は import を使わず一つのファイルに書く[: {text}][（{line} 行目）]",
  "submission.throw": "ファイルの読み込み中に例外が発生した[: {text}][（{line} 行目）]",
  "submission.stack": "ファイルの読み込み中に、自分自身の呼び出しが終わらなくなった",
  "submission.timeout":
    "ファイルの読み込み中に制限時間を使い切った。関数の外に終わらないループはないだろうか",
  "submission.memory": "ファイルの読み込み中にメモリーが足りなくなった",
  "submission.crash": "ファイルの読み込み中に、実行中のプロセスを終了させてしまった",
  "submission.unsupported": "ファイルの export を読み取れない[: {text}]",
  "submission.too-large": "ファイルが大きすぎる",
  "submission.asynchronous": "ファイルの読み込み中に何かを待っている。待つものは何もない",
  "submission.not-run": "ファイルを読み込んでいない",

  "failed.needs": "まだ書かれていない {name} を呼び出している",
  "failed.waits":
    "自分の {name} を使っているが、{name} がまだ正しくない。まずそちらを直してから、ここを見直す",
  "failed.value": "ケース {case}:[{path}] 期待される値は {expected}、得られた値は {got}",
  "failed.stability":
    "通常の入力では正しいが、極端なケース {case}:[{path}] 期待される値は {expected}、得られた値は {got}",
  "failed.cost": "値は正しいが、式に必要な量をはるかに超える計算をしており、大きな入力では終わらない",
  "failed.shape":
    "ケース {case}:[{path}] 期待される形は {expected}、得られた形は {got}。結果の型は {type} である",
  "failed.type.hidden": "結果の形が違う。正しい型は {type} である",
  "failed.hidden": "非公開のケース（{kind}）で誤りがある",
  "failed.purity": "引数 {argument} を書き換えている。入力はそのまま残す",
  "failed.state": "同じ引数なのに二回目の結果が違う。呼び出しをまたいで値を残してはならない",

  "relation.sign": "結果の符号が正しい値と逆になっている",
  "relation.times": "結果が正しい値の {factor} 倍になっている",
  "relation.offset": "結果が正しい値より {offset} だけずれている",

  "ui.hints": "ヒント: gradus hint {exercise} --function {name}",
  "ui.backend": "参照実装 {rung}（{device}）、サンドボックス {mode}、{runtime}、{wallMs} ミリ秒",
  "ui.watching": "{file} を監視中。Ctrl-C で終了する",
  "ui.gone": "{file} が今は見当たらない。現れるのを待っている",
  "ui.position": "{line} 行 {column} 列: {message}",
};

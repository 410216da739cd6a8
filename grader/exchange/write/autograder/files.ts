/** Runs once, as root, while Gradescope builds the image. npm brings the Node that grades. */
export const setup = `#!/usr/bin/env bash
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends nodejs npm bubblewrap util-linux
cd /autograder/source/gradus
npm install --omit=dev --omit=peer --ignore-scripts --no-audit --no-fund
# student code never runs as root, and this user can neither read the results nor write them
useradd --system --shell /usr/sbin/nologin gradus
chmod 700 /autograder/results || true
`;

/**
 * Runs for every submission. The grader runs as a user who cannot write the results; they are put in place by root
 * afterwards. The jail is used where it works; where it does not, the output for the instructor says so.
 */
export function runAutograder(exercises: readonly string[]): string {
  return `#!/usr/bin/env bash
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/submissions" "$work/results"
cp -rP /autograder/submission "$work/submissions/student"
chown -R gradus "$work"
gradus() {
  HOME=$work runuser -u gradus -- /autograder/source/gradus/node_modules/.bin/node /autograder/source/gradus/grader/cli/gradus.mjs "$@"
}
sandbox=jail
if ! gradus doctor --jail >/dev/null 2>&1; then
  sandbox=process
  echo "This container has no working jail: graded with --sandbox process. README.md says what that takes away."
fi
seed=()
if [ -f /autograder/source/seed.txt ]; then seed=(--seed-file /autograder/source/seed.txt); fi
gradus grade "$work/submissions" --out "$work/results" --gradebook "$work/gradebook" --jobs 1 \\
  --sandbox "$sandbox" "\${seed[@]}" --exercise ${exercises.join(" ")} </dev/null ||
  echo "gradus grade ended with $?; what it wrote is taken all the same."
cp "$work/results/gradescope/student.json" /autograder/results/results.json
`;
}

export const autograderReadme = `# A Gradescope autograder made by gradus

Upload this zip as it is: Gradescope wants \`setup.sh\` and \`run_autograder\` in its root. \`setup.sh\` installs gradus and the
Node that it grades with, so the image needs the network while it is built, and not afterwards.

A student hands in one file per exercise, named after it: \`elbo.ts\`. For hidden cases put the seed that you grade with
into \`seed.txt\` beside this file before you upload; without it every submission draws a seed of its own, and the same file
handed in again may meet other cases.

## What Gradescope's container takes away

Gradus grades a class in jails: bubblewrap gives each student's code its own file system, processes and network, a filter of
system calls, and limits. A container usually allows no user namespaces, so bubblewrap does not start there. Then
\`run_autograder\` says so in the output that you see, and grades with \`--sandbox process\`. What is left: one Node process
without permission to read or write files, to start processes or to open connections; limits of memory, file size, CPU and
wall-clock time; a fresh realm without \`require\`, \`import\` or generated code; a user other than root.

What is gone, should student code break out of that Node process:
- It can read what this user can read: the exercises' references, cases and slips in this zip, and \`seed.txt\`.
- It can see and end other processes of this user, the grader's own among them, and so change its own result.
- It can use what network Gradescope's container has.
- No filter of system calls stands between it and the kernel.

It cannot write \`results.json\` itself, nor see other students: each submission has a container of its own. Where marks
matter, download the submissions and run \`gradus grade\` on a machine where \`gradus doctor --jail\` passes.
`;

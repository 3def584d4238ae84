# What ./rehearse and ./test have in common; sourced by both.
# It checks the tools, picks the Pulumi SDK, builds what is newer than the last build, and installs Node.js packages.

cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
# A rehearsal is over before optimised code would pay off: methods that are called often are compiled again only once nothing new has
# been called for half a minute (0x7530 ms), and without a profile. It takes about a tenth off a rehearsal and off the tests.
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountingDelayMs=7530

say() { printf '%s\n' "$*" >&2; }

# need COMMAND REMEDY
need() {
  command -v "$1" >/dev/null && return
  say "$1: it is not on the PATH."
  say "  $2"
  exit 2
}

check_tools() {
  need dotnet 'Install the .NET SDK, version 10 or later.'
  need node 'Install Node.js, version 20 or later.'
  need npm 'It comes with Node.js, version 20 or later.'
  need python3 'Install Python, version 3.10 or later; the emulated AWS runs on it.'
}

# The official packages where the feed has them, the offline slice otherwise; decided once.
choose_pulumi_sdk() {
  if [[ -z ${PulumiSdk:-} ]]; then
    local remembered=artifacts/pulumi-sdk restored
    if [[ ! -f $remembered ]]; then
      say 'Looking for the official Pulumi packages ...'
      mkdir -p artifacts
      if restored=$(dotnet restore infra/SageMakerIam.csproj -p:PulumiSdk=nuget -v q 2>&1); then
        echo nuget >"$remembered"
      elif [[ $restored == *NU1101* || $restored == *NU1102* ]]; then
        echo offline >"$remembered"
        say 'The package feed has no Pulumi: building on the offline slice in offline/ instead.'
      else
        say "$restored"
        exit 1
      fi
    fi
    PulumiSdk=$(<"$remembered")
  fi
  export PulumiSdk
}

# The real server rather than a shim in front of it, which costs a third of a second.
find_moto_server() {
  command -v moto_server >/dev/null || return 0
  local remembered=artifacts/moto-server
  if [[ ! -f $remembered || ! -x $(<"$remembered") ]]; then
    local beside_python
    beside_python=$(dirname "$(python3 -c 'import sys; print(sys.executable)')")/moto_server
    mkdir -p artifacts
    if [[ -x $beside_python ]]; then echo "$beside_python"; else command -v moto_server; fi >"$remembered"
  fi
  export MOTO_SERVER=${MOTO_SERVER:-$(<"$remembered")}
}

# build NAME PROJECT... builds the projects unless nothing is newer than the last build of that name.
build() {
  local stamp=artifacts/built-$1-$PulumiSdk project built
  shift
  if [[ -f $stamp && -z $(find . \( -name artifacts -o -name node_modules -o -name node -o -name .git \) -prune -o \
    -newer "$stamp" \( -type d ! -path . -o -name '*.cs' -o -name '*.*proj' -o -name '*.props' -o -name '*.targets' -o -name '*.proto' \
    -o -name '*.txt' -o -name '*.sln' -o -name .editorconfig \) -print -quit) ]]; then
    return
  fi
  say "Building on the Pulumi SDK from $PulumiSdk ..."
  mkdir -p artifacts
  touch "$stamp.new"
  for project; do
    built=$(dotnet build "$project" -v q -clp:NoSummary 2>&1) || { say "$built"; exit 1; }
  done
  mv "$stamp.new" "$stamp"
}

# install_node_packages FOLDER
install_node_packages() {
  local installed=$1/node_modules/.installed-lock
  cmp -s "$1/package-lock.json" "$installed" && return
  say "Installing the Node.js packages of $1 ..."
  npm ci --prefix "$1" --silent --omit=dev >&2 || exit 1
  cp "$1/package-lock.json" "$installed"
}

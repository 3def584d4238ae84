# What ./rehearse, ./test and ./build have in common: they source it after they have set `root`, the repository's folder.
#
# It checks the tools, installs what they need, picks the Pulumi SDK and builds, in this order, so that what is missing is said before
# anything is built. What is done is noted in artifacts/set-up and not done again. It holds in bash 3.2, which macOS has, and calls
# nothing but dotnet, node, npm, python3 and the coreutils.

cd "$root"
notes=artifacts/set-up
environment=artifacts/python
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
# A rehearsal is over before optimised code would pay off: methods that are called often are compiled again only once nothing new has
# been called for half a minute (0x7530 ms), and without a profile. It takes about a tenth off a rehearsal.
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountingDelayMs=7530
# Whatever pip is configured to do elsewhere: here it installs into the environment, and asks nothing.
export PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1

# ---- Words

say() { printf '%s\n' "$*" >&2; }

# What is being done, after the seconds since the command began.
say_step() { printf '%3d s  %s\n' "$SECONDS" "$*" >&2; }

# For the rehearsal's account of its time; bash before version 5 knows seconds only.
microseconds() { if [[ -n ${EPOCHREALTIME:-} ]]; then printf '%s' "${EPOCHREALTIME/[.,]/}"; else date +%s000000; fi; }

# fail LINE [OUTPUT] ends the command: something could not be done.
fail() {
  say "$1"
  [[ -z ${2:-} ]] || say "$2"
  exit 1
}

# fault LINE: something is missing or wrong. `end_on_faults` ends the command, when all of them are said.
faults=0
fault() {
  say "$1"
  faults=$((faults + 1))
}
end_on_faults() { [[ $faults == 0 ]] || exit 2; }

# ---- Work

doing=
working=
trap 'stop' INT TERM HUP

# step WHAT COMMAND... says what it does, and every 9 seconds that it is at it still. What the command prints is then in `output`.
step() {
  local printed=$notes/printed.$$ ticking status=0
  doing=$1
  shift
  say_step "$doing ..."
  set -m
  tick 9>&- &
  ticking=$!
  set +m
  begin "$@" >"$printed" 2>&1
  end_work || status=$?
  { kill -TERM -- "-$ticking" && wait "$ticking"; } 2>/dev/null || true
  output=$(<"$printed")
  rm -f "$printed"
  return "$status"
}

tick() {
  while sleep 9 && kill -0 $$ 2>/dev/null; do
    say_step "    still at it"
  done
}

# Begins a command as a group of processes of its own, which a signal to this one does not reach.
begin() {
  set -m
  "$@" </dev/null 9>&- &
  working=$!
  set +m
}

# Waits for the command that was begun, and answers how it ended.
end_work() {
  local status=0
  wait "$working" || status=$?
  working=
  return "$status"
}

# What a signal to end does: it ends the group at work; what does not end within five seconds is killed.
stop() {
  trap '' INT TERM HUP
  if [[ -z $working ]]; then
    say 'Stopped.'
  else
    local tenths=0
    kill -TERM -- "-$working" 2>/dev/null || true
    while kill -0 -- "-$working" 2>/dev/null && [[ $tenths -lt 50 ]]; do
      sleep 0.1
      tenths=$((tenths + 1))
    done
    kill -KILL -- "-$working" 2>/dev/null || true
    say "Stopped, and ended with it: $doing (process $working)."
  fi
  exit 130
}

# ensure IS_DONE ACT WORD...: does it, unless it is done. Of two commands at once in one clone, one does it, and the other waits.
ensure() {
  local is_done=$1 act=$2
  shift 2
  "$is_done" "$@" && return
  lock
  "$is_done" "$@" || "$act" "$@"
}

# The lock is of the open file 9, and free when this process is gone, however it ends.
lock() {
  [[ -z ${locked:-} ]] || return 0
  exec 9>>"$notes/lock"
  python3 .ci/lock.py
  locked=1
}

# ---- The tools

# The tools are as they were when they were last looked at.
are_checked() {
  tools=$(type -P dotnet node npm python3 || true)
  local noted=$notes/tools tool
  [[ -f $noted && $(<"$noted") == "$tools" ]] || return 1
  while IFS= read -r tool; do
    [[ ! $tool -nt $noted ]] || return 1
  done <<<"$tools"
}

check_tools() {
  [[ ${PulumiSdk:-offline} == nuget || ${PulumiSdk:-offline} == offline ]] || fault "PulumiSdk: '$PulumiSdk'. It is nuget or offline."
  if ! are_checked; then
    need dotnet 10.0 'Install the .NET SDK, version 10 or later.' --list-sdks
    need node 20.0 'Install Node.js, version 20 or later.' --version
    need npm '' 'It comes with Node.js, version 20 or later.'
    need python3 3.10 'Install Python, version 3.10 or later; the emulated AWS runs on it.' --version
    mkdir -p "$notes" 2>/dev/null && : 2>/dev/null >>"$notes/lock" ||
      fault "$root/artifacts: it cannot be written. Run it in a copy of the repository that you may write to."
    end_on_faults
    printf '%s' "$tools" >"$notes/tools"
  fi
  end_on_faults
}

# need COMMAND VERSION REMEDY QUESTION: the command is there and, where a version is given, answers the question with that one or a later.
need() {
  local command=$1 least=$2 remedy=$3 said
  if ! type -P "$command" >/dev/null; then
    fault "$command: it is not on the PATH. $remedy"
    return
  fi
  [[ -n $least ]] || return 0
  if ! said=$("$command" "$4" 2>&1); then
    fault "$command: it does not run: ${said//$'\n'/ }. $remedy"
  elif said=${said##*$'\n'}; [[ ! $said =~ ([0-9]+)\.([0-9]+) ]]; then
    fault "$command: it names no version. $remedy"
  elif [[ ${BASH_REMATCH[1]} -lt ${least%.*} || (${BASH_REMATCH[1]} -eq ${least%.*} && ${BASH_REMATCH[2]} -lt ${least#*.}) ]]; then
    fault "$command: it is of version ${BASH_REMATCH[0]}. $remedy"
  fi
}

# ---- moto and the AWS CLI

# install_python_tools TOOL...: each, moto or aws, is where the file of its name in the notes says: the Python that moto runs on, the
# command aws. They are taken from this machine, or else installed into an environment.
install_python_tools() {
  ensure has_python_tools get_python_tools "$@"
  MOTO_PYTHON=$(<"$notes/moto")
  export MOTO_PYTHON
}

has_python_tools() {
  local tool path
  for tool; do
    [[ -f $notes/$tool ]] || return 1
    path=$(<"$notes/$tool")
    [[ -x $path ]] || return 1
    [[ $path != "$root/$environment"/* ]] || is_environment_current || return 1
  done
}

is_environment_current() { [[ -f $environment/.made && $(<"$environment/.made") == "$(environment_made)" ]]; }

# What it was made of, and where: it cannot be moved.
environment_made() { printf '%s\n' "$root" && printf '%s' "$(<.ci/requirements.txt)"; }

get_python_tools() {
  local tool
  for tool; do
    "find_$tool" && continue
    is_environment_current || make_environment
    printf '%s' "$root/$environment/bin/python3" >"$notes/moto"
    printf '%s' "$root/$environment/bin/aws" >"$notes/aws"
    return
  done
}

# The Python of the PATH, or the one that moto_server on the PATH runs on, has the moto that the environment would have.
find_moto() {
  local python=python3 script
  "$python" .ci/has-moto.py >"$notes/moto" 2>/dev/null && return
  script=$(type -P moto_server) && IFS= read -r python <"$script" && [[ $python == '#!'/* ]] || return 1
  # Two words where the line says `env python3`.
  ${python#'#!'} .ci/has-moto.py >"$notes/moto" 2>/dev/null
}

find_aws() { aws --version >/dev/null 2>&1 && type -P aws >"$notes/aws"; }

make_environment() {
  local moto said
  moto=$(requirement_of_moto)
  # A look before the long work: what is not to be had is said at once. (A Python without pip cannot look.)
  if ! said=$(python3 -m pip download --quiet --no-deps --retries 0 --timeout 2 --dest "$notes/look" "$moto" 2>&1) &&
    [[ $said != *'No module named pip'* ]]; then
    fault "$moto and the AWS CLI: this machine has not both, and pip finds no index that has them. Connect to one, name one (PIP_INDEX_URL) or \
a folder of wheels (PIP_FIND_LINKS), or install them yourself: pip install -r .ci/requirements.txt"
    end_on_faults
  fi
  rm -rf "$notes/look" "$environment"
  step "Making a Python environment in $environment" python3 -m venv "$environment" ||
    fail "python3: it makes no environment. Where Python's venv is a package of its own, install it (Debian: apt-get install python3-venv)." "$output"
  step "Installing moto and the AWS CLI into $environment" "$environment/bin/python3" -m pip install --quiet -r .ci/requirements.txt ||
    fail "pip: it cannot install what .ci/requirements.txt names. It says:" "$output"
  environment_made >"$environment/.made"
}

requirement_of_moto() {
  local line
  while IFS= read -r line; do
    [[ $line != moto* ]] || printf '%s' "$line"
  done <.ci/requirements.txt
}

# ---- Node.js packages

# install_node_packages FOLDER
install_node_packages() { ensure has_node_packages get_node_packages "$1"; }

has_node_packages() {
  local installed=$1/node_modules/.installed-lock
  [[ -f $installed && $(<"$installed") == "$(<"$1/package-lock.json")" ]]
}

get_node_packages() {
  local untouched=$notes/untouched
  touch -r "$1" "$untouched"
  install_packages_of "$1"
  cp "$1/package-lock.json" "$1/node_modules/.installed-lock"
  # A folder is as new as what came into it last, and a build of before would count as older than it.
  touch -r "$untouched" "$1"
  rm "$untouched"
}

install_packages_of() {
  # What npm has kept needs no registry; without one it gives up after seconds rather than minutes.
  step "Installing the Node.js packages of $1" npm ci --prefix "$1" --omit=dev --loglevel=error --prefer-offline \
    --fetch-retries=1 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=1000 --fetch-timeout=30000 || {
    [[ ! $output =~ (ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET_TIMEOUT) ]] ||
      fail "npm: it cannot reach its registry (${BASH_REMATCH[1]}) for the packages of $1. Connect, or name another: npm config set registry URL"
    fail "npm: it cannot install the packages of $1. It says:" "$output"
  }
}

# ---- The build

# choose_pulumi_sdk PROJECTS: what PulumiSdk says, or else the official packages where the feed has them, the offline slice otherwise.
choose_pulumi_sdk() {
  if [[ -z ${PulumiSdk:-} ]]; then
    ensure is_pulumi_sdk_known look_for_pulumi "$1"
    PulumiSdk=$(<"$notes/pulumi-sdk")
    [[ ! -f $notes/feed-unreachable ]] ||
      say "On the offline slice, since the package feed could not be reached. To look again: rm $notes/pulumi-sdk"
  fi
  export PulumiSdk
  outputs=$root/artifacts/$PulumiSdk/bin
}

is_pulumi_sdk_known() { [[ -f $notes/pulumi-sdk ]]; }

look_for_pulumi() {
  local sdk=nuget
  rm -f "$notes/feed-unreachable"
  if ! step 'Looking for the official Pulumi packages' dotnet restore infra/SageMakerIam.csproj -p:PulumiSdk=nuget -v q; then
    case $output in
      *NU1101* | *NU1102*) say 'The package feed has no Pulumi: building on the offline slice in offline/ instead.' ;;
      *NU1301*)
        step 'Looking whether the packages kept on this machine do for the offline slice' dotnet restore "$1" -p:PulumiSdk=offline -v q ||
          fail_without_feed
        touch "$notes/feed-unreachable"
        ;;
      *) fail 'dotnet: it cannot restore the official Pulumi packages. It says:' "$output" ;;
    esac
    sdk=offline
  fi
  printf '%s' "$sdk" >"$notes/pulumi-sdk"
}

fail_without_feed() {
  [[ $output =~ (NU1301[^[:cntrl:]]*) ]]
  fail "dotnet: the package feed cannot be reached, and this machine does not keep all packages (${BASH_REMATCH[1]}). Connect, or name another feed: \
dotnet nuget add source URL"
}

# Ends the command, where what was built on the official packages failed for want of them.
fail_without_pulumi() {
  [[ $PulumiSdk != nuget || ! $output =~ (NU110[12]) ]] ||
    fail 'PulumiSdk=nuget: the package feed has no Pulumi. Name one that has (dotnet nuget add source URL), or leave PulumiSdk out: the offline slice does.'
}

# build NAME PROJECTS builds them, unless no input is newer than the last build of that name.
build() { ensure is_built make_build "$@"; }

is_built() {
  local stamp=$notes/built-$1-$PulumiSdk file folder last=''
  [[ -f $stamp && $(<"$stamp") == "$(built_by)" ]] || return 1
  for file in *.props *.targets *.sln *.slnf .editorconfig global.json [Nn]u[Gg]et.[Cc]onfig; do
    [[ ! $file -nt $stamp ]] || return 1
  done
  # Every folder at the top with a project in it is an input, whatever it holds.
  for file in */*.csproj */*/*.csproj; do
    folder=${file%%/*}
    [[ $folder != examples ]] || folder=${file%/*}
    [[ $folder != "$last" ]] || continue
    last=$folder
    ! is_newer "$folder" "$stamp" || return 1
  done
}

# Where and with which tools it was built.
built_by() { printf '%s\n%s' "$root" "$tools"; }

# is_newer FOLDER STAMP: it, or what is in it, was changed after the stamp. Node.js packages and texts for people are no inputs.
is_newer() {
  local entry
  [[ ! $1 -nt $2 ]] || return 0
  for entry in "$1"/*; do
    case $entry in
      */node_modules | *.md) ;;
      *) if [[ -d $entry ]]; then is_newer "$entry" "$2" && return; else [[ ! $entry -nt $2 ]] || return 0; fi ;;
    esac
  done
  return 1
}

make_build() {
  local stamp=$notes/built-$1-$PulumiSdk
  built_by >"$stamp.new"
  step "Building on the Pulumi SDK from $PulumiSdk" dotnet build "$2" -v q -clp:NoSummary || {
    [[ $output != *NU1301* ]] || fail_without_feed
    fail_without_pulumi
    fail 'dotnet: it cannot build. It says:' "$output"
  }
  compile_ahead
  mv "$stamp.new" "$stamp"
}

# A rehearsal, and the program that it runs, spend a sixth of their time on what can be compiled ahead.
compile_ahead() {
  local noted=$notes/not-compiled-ahead
  [[ ! -f $noted ]] || return 0
  step 'Compiling ahead' python3 .ci/compile-ahead.py "$outputs" "$outputs/../ahead" Rehearsal SageMakerIam && return
  printf '%s' "$output" >"$noted"
  say "Nothing is compiled ahead, and each rehearsal takes a little longer: $output. To try again: rm $noted"
}

# Shared by build-aux/run and build-aux/test, which source it.
# shellcheck shell=bash

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say ()
{
  printf '\n==> %s\n' "$*"
}

complain ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
}

# Which column of build-aux/packages is this system's: 1 Debian, 2 Fedora, 3 Arch, 4 openSUSE; nothing for others.
package_column ()
{
  local id

  # shellcheck disable=SC1091,SC2153
  for id in $(. /etc/os-release 2>/dev/null && echo "${ID:-} ${ID_LIKE:-}")
  do
    case $id in
      debian | ubuntu) echo 1; return ;;
      fedora | rhel) echo 2; return ;;
      arch) echo 3; return ;;
      opensuse* | suse) echo 4; return ;;
    esac
  done
}

# wanted_packages COLUMN USE…: this system's names of what is needed for the uses.
wanted_packages ()
{
  local column=$1 use row

  shift
  while read -r -a row
  do
    for use in "$@"
    do
      if [ "${row[0]:-#}" = "$use" ] && [ "${row[column]}" != - ]
      then
        echo "${row[column]}"
      fi
    done
  done < "$top/build-aux/packages"
}

# missing_packages COLUMN PACKAGE…: those that are not installed.  Asks the local database only.
missing_packages ()
{
  local column=$1 package

  shift
  case $column in
    1)
      printf '%s\n' "$@" |
        grep -Fvxf <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | sed -n 's/ installed$//p')
      ;;
    3)
      pacman -T "$@"
      ;;
    *)
      for package in "$@"
      do
        rpm -q --quiet --whatprovides "$package" || echo "$package"
      done
      ;;
  esac
}

# Without a terminal sudo must not wait for a password that nobody types.
as_root ()
{
  if [ "$(id -u)" -eq 0 ]
  then
    "$@"
  elif ! command -v sudo > /dev/null
  then
    echo "neither root nor sudo"
    return 1
  elif [ -t 0 ]
  then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

install_packages ()
{
  local column=$1

  shift
  case $column in
    1)
      as_root apt-get -q -o DPkg::Lock::Timeout=300 update
      as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"
      ;;
    2) as_root dnf -y --setopt=install_weak_deps=False install "$@" ;;
    # Fresh lists only where the present ones don't do: they make later installs a partial upgrade.
    3) as_root pacman -S --noconfirm --needed "$@" || as_root pacman -Sy --noconfirm --needed "$@" ;;
    4) as_root zypper --non-interactive install --no-recommends "$@" ;;
  esac
}

# ensure_packages USE…: installs what is missing; touches nothing, the network included, when nothing is.
# Says which packages are missing when it can't, and fails.
ensure_packages ()
{
  local column log wanted missing

  column=$(package_column)
  if [ -z "$column" ]
  then
    complain "don't know this system's package names; build-aux/packages lists what is needed"
    return 0
  fi

  mapfile -t wanted < <(wanted_packages "$column" "$@")
  mapfile -t missing < <(missing_packages "$column" "${wanted[@]}")
  if [ "${#missing[@]}" -eq 0 ]
  then
    return 0
  fi

  say "Installing ${missing[*]}"
  log=$(mktemp)
  install_packages "$column" "${missing[@]}" < /dev/null > "$log" 2>&1
  mapfile -t missing < <(missing_packages "$column" "${wanted[@]}")
  if [ "${#missing[@]}" -ne 0 ]
  then
    tail -n 20 "$log" >&2
    rm -f "$log"
    complain "these packages are missing and could not be installed: ${missing[*]}"
    return 1
  fi
  rm -f "$log"
}

# configure DIR OPTION…: makes the build folder, or makes it anew where it is from another place or another Meson.
configure ()
{
  local build=$1

  shift
  if [ -f "$build/build.ninja" ] && ninja -C "$build" build.ninja > /dev/null 2>&1
  then
    return 0
  fi

  rm -rf "$build"
  meson setup "$build" "$top" "$@"
}

# in_fresh_home COMMAND…: runs it as a new user would, away from the settings and data of whoever runs this.
in_fresh_home ()
(
  home=$(mktemp -d)
  trap 'rm -rf "$home"' EXIT
  mkdir -m 700 "$home/run"

  # The compiler's cache is nobody's settings, and is worth keeping.
  if command -v ccache > /dev/null
  then
    CCACHE_DIR=$(ccache --get-config cache_dir)
    export CCACHE_DIR
  fi
  export HOME=$home
  export XDG_CACHE_HOME=$home/.cache XDG_CONFIG_HOME=$home/.config
  export XDG_DATA_HOME=$home/.local/share XDG_STATE_HOME=$home/.local/state
  export XDG_RUNTIME_DIR=$home/run
  unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY

  "$@"
)

# in_window COMMAND…: runs it in a fresh home with a virtual screen and a session bus of its own.
in_window ()
{
  # The screen has no graphics card: Cairo draws the same there on every machine.  Without -noreset the server starts
  # anew when its last client leaves, and refuses whoever comes in that moment.
  in_fresh_home env GDK_BACKEND=x11 GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1 \
    xvfb-run -a -s '-screen 0 1280x960x24 -noreset' dbus-run-session -- "$@"
}

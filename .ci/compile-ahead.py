"""Compiles the assemblies of programs to machine code, which .NET else does anew each time they run: a sixth of a rehearsal's time.

Called as compile-ahead.py OUTPUTS KEPT PROGRAM...: it replaces the assemblies in the folders OUTPUTS/PROGRAM/debug, and keeps what it made
of each in the folder KEPT, since every build puts the assemblies themselves back. The compiler is a part of .NET that is a package of its
own (Crossgen2, 30 MB); it goes where NuGet keeps packages. Where it is not to be had, this fails with the reason in one line.
"""
import concurrent.futures
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys

# The official Pulumi.Aws has 30 MB, of which a program calls little; compiling it takes a minute.
LARGEST = 5_000_000
SECONDS = 120


def main(outputs, kept, *programs):
    version, frameworks = installed_runtime()
    compiler = compiler_of(version)
    kept.mkdir(parents=True, exist_ok=True)

    # Two programs have some assemblies in common.
    copies = {}
    for assembly in sorted(file for program in programs for file in (outputs / program / "debug").glob("*.dll")):
        if assembly.stat().st_size < LARGEST:
            digest = hashlib.sha256(version.encode() + assembly.read_bytes()).hexdigest()
            copies.setdefault(kept / f"{assembly.stem}.{digest[:32]}.dll", []).append(assembly)

    def compile_missing(image):
        return image.exists() or compile_to(image, compiler, copies[image][0], frameworks)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        is_made = dict(zip(copies, pool.map(compile_missing, copies)))
    for image, assemblies in copies.items():
        for assembly in assemblies if is_made[image] else ():
            put(image, assembly)
    for former in set(kept.iterdir()) - set(copies):
        former.unlink()


def installed_runtime():
    """The version of the .NET 10 that programs run on, the latest, and the folders of its frameworks."""
    listed = found(r"Microsoft\.\w+\.App (10\.0\.(\d+)) \[(.+)]", "dotnet", "--list-runtimes")
    version = max(listed, key=lambda runtime: int(runtime[1]))[0]
    return version, [pathlib.Path(folder, version) for its, _, folder in listed if its == version]


def compiler_of(version):
    """The path of the compiler for this version of .NET, which is downloaded unless NuGet keeps it."""
    [rid] = found(r"RID:\s*(\S+)", "dotnet", "--info")
    [packages] = found(r"global-packages: (.+)", "dotnet", "nuget", "locals", "global-packages", "--list")
    name = f"Microsoft.NETCore.App.Crossgen2.{rid}"
    compiler = pathlib.Path(packages, name.lower(), version, "tools", "crossgen2")
    if not compiler.exists():
        said("dotnet", "package", "download", f"{name}@{version}", "--output", packages, "--verbosity", "quiet")
    compiler.chmod(0o755)
    return compiler


def compile_to(image, compiler, assembly, frameworks):
    """Whether it could be compiled: one that is machine code already cannot be, and stays as it is."""
    made = image.with_suffix(".made")
    references = [word for folder in (*frameworks, assembly.parent) for word in ("--reference", f"{folder}/*.dll")]
    if printed_by(compiler, assembly, "--out", made, "--optimize", *references) is None:
        return False
    made.replace(image)
    return True


def put(image, assembly):
    """Replaces the assembly at once, for what runs meanwhile."""
    copy = assembly.with_suffix(".ahead")
    shutil.copyfile(image, copy)
    copy.replace(assembly)


def found(pattern, *command):
    """All that a command prints of this form."""
    return re.findall(pattern, said(*command)) or sys.exit(f"{' '.join(command)} does not say")


def said(*command):
    """What a command prints; one that fails, or takes too long, ends this."""
    printed = printed_by(*command)
    if printed is None:
        sys.exit(f"{' '.join(map(str, command[:4]))} fails")
    return printed


def printed_by(*command):
    """What a command prints; None of one that fails, or takes too long."""
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=SECONDS).stdout
    except (OSError, subprocess.SubprocessError):
        return None


main(*map(pathlib.Path, sys.argv[1:3]), *sys.argv[3:])

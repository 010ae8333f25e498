"""The repository as the checks see it: its tracked files, and how a broken rule is reported."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
MADE = {"build", "models", ".git", ".venv", "__pycache__"}  # made by building or setup, never checked


def files(root=ROOT):
    """Relative paths of all tracked files, or of all files but made ones where there is no git history."""
    try:
        listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True, check=True).stdout
        names = [name for name in listed.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = []
    if not names:
        names = [str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()]
    paths = [pathlib.PurePosixPath(name) for name in names]
    return sorted(p for p in paths if not MADE & set(p.parts) and (root / p).is_file())


def text_of(path, root=ROOT):
    """The file's text, or None where it is not UTF-8 text."""
    data = (root / path).read_bytes()
    try:
        return None if b"\0" in data else data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def report(problems, rule):
    """Prints the problems and ends the program: status 1 if there are any."""
    for problem in problems:
        print(problem)
    print(f"{rule}: {len(problems)} broken" if problems else f"{rule}: kept")
    sys.exit(1 if problems else 0)

"""Runs a command in a terminal of its own: terminal.py COLUMNS ROWS COMMAND...

Steps come on stdin, a line each, and stand for what a person at the terminal does and sees:
  see TEXT           until the screen says so, after what was seen and typed before
  type TEXT          with Python's escapes
  size COLS ROWS
  kill SIGNAL [PID]  the command, or another process
  end                until the command ends

Prints what went wrong, or the exit code, whether the terminal's modes are as they were, and the last bytes that it got.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

DEADLINE = 40


class Terminal:
    def __init__(self, columns, rows, command):
        self.got = b""
        self.seen = 0
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvp(command[0], command)
        self.size(columns, rows)
        self.modes = termios.tcgetattr(self.fd)

    def size(self, columns, rows):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", int(rows), int(columns), 0, 0))

    def read(self):
        """What comes within a moment; false at the end."""
        if select.select([self.fd], [], [], 0.1)[0]:
            try:
                more = os.read(self.fd, 65536)
            except OSError:
                return False
            self.got += more
            return bool(more)
        return True

    def see(self, text):
        until = time.monotonic() + DEADLINE
        while text.encode() not in self.got[self.seen :]:
            if time.monotonic() > until or not self.read():
                sys.exit("not seen: %r in %r" % (text, self.got[self.seen :][-6000:].decode(errors="replace")))
        self.seen = self.got.index(text.encode(), self.seen) + len(text.encode())

    def end(self):
        until = time.monotonic() + DEADLINE
        while time.monotonic() < until:
            self.read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self.read() and select.select([self.fd], [], [], 0.2)[0]:
                    pass
                return os.waitstatus_to_exitcode(status)
        os.kill(self.pid, signal.SIGKILL)
        sys.exit("still running: %r" % self.got[-3000:].decode(errors="replace"))


def main():
    # The other side of the terminal stays open here, so that its modes can be asked for when the command has ended.
    terminal = Terminal(sys.argv[1], sys.argv[2], sys.argv[3:])
    for line in sys.stdin:
        step, _, rest = line.rstrip("\n").partition(" ")
        if step == "see":
            terminal.see(rest)
        elif step == "type":
            terminal.seen = len(terminal.got)
            os.write(terminal.fd, rest.encode().decode("unicode_escape").encode())
        elif step == "size":
            terminal.size(*rest.split())
        elif step == "kill":
            name, _, other = rest.partition(" ")
            os.kill(int(other or terminal.pid), getattr(signal, "SIG" + name))
        elif step == "end":
            code = terminal.end()
            same = termios.tcgetattr(terminal.fd) == terminal.modes
            print("exit %d, modes %s" % (code, "as before" if same else "changed"))
            # Not repr: which quotes that takes depends on the quotes on the screen.
            last = terminal.got[-2000:].decode(errors="replace")
            print("'%s'" % last.encode("unicode_escape").decode())


main()

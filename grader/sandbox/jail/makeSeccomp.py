#!/usr/bin/python3
"""Writes seccomp.x64.bpf and seccomp.arm64.bpf beside itself. Needs Debian's python3-seccomp; run it after a change here.

A list of what is denied, not of what is allowed: Node's own needs change with every release, and the namespaces and the
empty file system of the jail deny most things already. What must not pass: new processes (threads may), sockets, looking
at or signalling other processes, mounts and namespaces, kernel interfaces with a history of holes, anything that outlives
the process.
"""
import errno
import pathlib

import seccomp

DENIED = """
fork vfork execveat
socket socketpair connect bind listen accept accept4 sendto sendmsg sendmmsg
ptrace process_vm_readv process_vm_writev process_madvise kcmp pidfd_open pidfd_getfd pidfd_send_signal
mount umount2 pivot_root chroot unshare setns fsopen fsmount fsconfig fspick open_tree move_mount mount_setattr
keyctl add_key request_key bpf perf_event_open userfaultfd io_uring_setup io_uring_enter io_uring_register
init_module finit_module delete_module kexec_load kexec_file_load
open_by_handle_at name_to_handle_at memfd_create memfd_secret
shmget shmat shmctl semget semop msgget msgsnd mq_open
personality quotactl swapon swapoff reboot settimeofday clock_settime clock_adjtime adjtimex acct syslog
sethostname setdomainname iopl ioperm modify_ldt fanotify_init inotify_init inotify_init1
setpriority sched_setscheduler sched_setattr ioprio_set mbind migrate_pages move_pages set_mempolicy
link linkat symlink symlinkat mknod mknodat
setuid setgid setgroups setreuid setregid setresuid setresgid setfsuid setfsgid
landlock_create_ruleset lookup_dcookie vhangup nfsservctl
""".split()

CLONE_THREAD = 0x10000
ARCHITECTURES = {"x64": seccomp.Arch.X86_64, "arm64": seccomp.Arch.AARCH64}


def deny(rules: seccomp.SyscallFilter, name: str) -> None:
    try:
        rules.add_rule(seccomp.ERRNO(errno.EPERM), name)
    except (RuntimeError, ValueError, OSError):
        print(f"  {name}: unknown here")


def write(label: str, architecture: int) -> None:
    print(label)
    rules = seccomp.SyscallFilter(seccomp.ALLOW)
    if architecture != seccomp.system_arch():
        rules.remove_arch(seccomp.Arch())
        rules.add_arch(architecture)
    for name in DENIED:
        deny(rules, name)
    # a thread is a clone with CLONE_THREAD; clone3 hides its flags behind a pointer, and glibc falls back to clone
    rules.add_rule(seccomp.ERRNO(errno.EPERM), "clone", seccomp.Arg(0, seccomp.MASKED_EQ, CLONE_THREAD, 0))
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    with open(pathlib.Path(__file__).with_name(f"seccomp.{label}.bpf"), "wb") as file:
        rules.export_bpf(file)


for label, architecture in ARCHITECTURES.items():
    write(label, architecture)

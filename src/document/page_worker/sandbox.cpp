// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_worker/sandbox.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace sheaf::worker {

namespace {

// The sanitizers reserve terabytes of address space.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool limitAddressSpace = false;
#else
constexpr bool limitAddressSpace = true;
#endif

void limit(__rlimit_resource resource, rlim_t most)
{
    rlimit current{};
    if (getrlimit(resource, &current) != 0)
        return;
    const rlim_t value = std::min(most, current.rlim_max);
    const rlimit wanted{value, value};
    setrlimit(resource, &wanted);
}

void setLimits(const wire::Request& request)
{
    if (limitAddressSpace && request.memoryBytes > 0)
        limit(RLIMIT_AS, static_cast<rlim_t>(request.memoryBytes));
    if (request.cpuSeconds > 0)
        limit(RLIMIT_CPU, static_cast<rlim_t>(request.cpuSeconds));
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
}

constexpr int harmlessCalls[] = {
    SCMP_SYS(read),         SCMP_SYS(pread64),      SCMP_SYS(readv),
    SCMP_SYS(lseek),        SCMP_SYS(close),        SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),   SCMP_SYS(stat),         SCMP_SYS(lstat),
    SCMP_SYS(statx),        SCMP_SYS(access),       SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),   SCMP_SYS(readlink),     SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64),   SCMP_SYS(getcwd),       SCMP_SYS(fstatfs),
    SCMP_SYS(statfs),       SCMP_SYS(fadvise64),

    SCMP_SYS(munmap),

    SCMP_SYS(mremap),       SCMP_SYS(madvise),      SCMP_SYS(brk),
    SCMP_SYS(futex),        SCMP_SYS(sched_yield),  SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday), SCMP_SYS(time),         SCMP_SYS(clock_nanosleep),
    SCMP_SYS(getrandom),    SCMP_SYS(getpid),       SCMP_SYS(gettid),
    SCMP_SYS(getuid),       SCMP_SYS(geteuid),      SCMP_SYS(getgid),
    SCMP_SYS(getegid),      SCMP_SYS(uname),        SCMP_SYS(sysinfo),
    SCMP_SYS(getrlimit),    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),  SCMP_SYS(sched_getaffinity),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),   SCMP_SYS(restart_syscall),
};

struct Condition
{
    int call;
    scmp_arg_cmp holds;
};

bool allowCalls(scmp_filter_ctx filter)
{
    constexpr unsigned writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    const auto self = static_cast<scmp_datum_t>(getpid());
    const Condition conditions[] = {
        {SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0)},
        {SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0)},
        {SCMP_SYS(write), SCMP_A0(SCMP_CMP_LE, STDERR_FILENO)},
        {SCMP_SYS(writev), SCMP_A0(SCMP_CMP_LE, STDERR_FILENO)},
        {SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)},
        {SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)},
        {SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_EQ, 0)}, // to ask, not to set
        {SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_LE, F_GETFL)},
        {SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, self)}, // abort() signals itself
    };
    const auto allow = [&](int call, unsigned count, const scmp_arg_cmp* tests) {
        return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, count, tests) == 0;
    };
    return std::ranges::all_of(harmlessCalls, [&](int call) { return allow(call, 0, nullptr); }) &&
           std::ranges::all_of(conditions, [&](const Condition& one) { return allow(one.call, 1, &one.holds); });
}

bool filterSystemCalls()
{
    using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
    return filter && allowCalls(filter.get()) && seccomp_load(filter.get()) == 0;
}

} // namespace

wire::Sandbox enterSandbox(const wire::Request& request)
{
    setLimits(request);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return wire::Sandbox::LimitsOnly;
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    return filterSystemCalls() ? wire::Sandbox::Seccomp : wire::Sandbox::LimitsOnly;
}

} // namespace sheaf::worker

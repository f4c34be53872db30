// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/page_worker/sandbox.h"

#include <QTest>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sheaf;

namespace {

constexpr int noFilter = 77;

/** Runs `attempt` in a child inside the sandbox; true when it succeeded there. Skips where the kernel has no filter. */
enum class Outcome
{
    Succeeded,
    Refused,
    NoFilter,
    Died
};

Outcome inSandbox(const std::function<bool()>& attempt)
{
    const pid_t child = fork();
    if (child == 0) {
        wire::Request request;
        request.memoryBytes = qint64(1) << 30;
        request.cpuSeconds = 60;
        if (worker::enterSandbox(request) != wire::Sandbox::Seccomp)
            _exit(noFilter);
        _exit(attempt() ? 0 : 1);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status))
        return Outcome::Died;
    switch (WEXITSTATUS(status)) {
    case 0:
        return Outcome::Succeeded;
    case noFilter:
        return Outcome::NoFilter;
    default:
        return Outcome::Refused;
    }
}

bool closed(int fd)
{
    return fd >= 0;
}

} // namespace

using Attempt = std::function<bool()>;
Q_DECLARE_METATYPE(Attempt)

class PageWorkerSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAReaderNeedsIsAllowedAndNothingElse_data()
    {
        QTest::addColumn<Attempt>("attempt");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* name, bool allowed, Attempt attempt) {
            QTest::newRow(name) << attempt << allowed;
        };
        row("read a file", true, [] { return closed(open("/etc/passwd", O_RDONLY | O_CLOEXEC)); });
        row("take memory", true, [] {
            void* memory = mmap(nullptr, 10'000'000, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            return memory != MAP_FAILED;
        });
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they need more address space than any limit
        row("take too much memory", false,
            [] { return std::unique_ptr<char[]>(new (std::nothrow) char[3LL << 30]) != nullptr; });
#endif
        row("write a file", false, [] { return closed(open("/tmp", O_TMPFILE | O_WRONLY, 0600)); });
        row("create a file", false, [] { return closed(open("/dev/null", O_RDONLY | O_CREAT, 0600)); });
        row("write to an open file", false, [] { return write(5, "x", 1) == 1 || errno != EPERM; });
        row("open a socket", false, [] { return closed(socket(AF_INET, SOCK_STREAM, 0)); });
        row("start a process", false, [] { return fork() >= 0; });
        row("run a program", false, [] { return execl("/bin/true", "true", nullptr) == 0 || errno != EPERM; });
        row("signal its parent", false, [] { return kill(getppid(), 0) == 0; });
        row("delete a file", false, [] { return unlink("/nowhere") == 0 || errno != EPERM; });
        row("map code", false, [] {
            return mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
                   MAP_FAILED;
        });
    }

    void whatAReaderNeedsIsAllowedAndNothingElse()
    {
        QFETCH(Attempt, attempt);
        QFETCH(bool, allowed);
        const Outcome outcome = inSandbox(attempt);
        if (outcome == Outcome::NoFilter)
            QSKIP("this kernel refuses system call filters");
        QCOMPARE(outcome, allowed ? Outcome::Succeeded : Outcome::Refused);
    }
};

QTEST_GUILESS_MAIN(PageWorkerSandbox)
#include "page_worker_sandbox.moc"

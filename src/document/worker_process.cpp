// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/worker_process.h"

#include "core/helper_program.h"
#include "core/log.h"
#include "document/page_decoder.h"
#include "document/pdf_failure.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

/** Empty if nowhere. */
QByteArray workerProgram()
{
    const QString given = qEnvironmentVariable("SHEAF_PAGE_WORKER"); // tests put a lying worker here
    return QFile::encodeName(given.isEmpty() ? helperProgram(u"sheaf-page-worker"_s) : given);
}

/** Only what fonts and the loader need: the environment may hold keys that a hostile PDF must not see. */
std::vector<QByteArray> childEnvironment()
{
    std::vector<QByteArray> environment{"LC_ALL=C.UTF-8"_ba};
    for (const char* name :
         {"HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "FONTCONFIG_FILE",
          "FONTCONFIG_PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            environment.push_back(QByteArray(name) + '=' + qgetenv(name));
    }
    return environment;
}

/** Descriptors closed together. */
class Descriptors
{
public:
    ~Descriptors()
    {
        for (const int fd : m_fds) {
            if (fd >= 0)
                close(fd);
        }
    }
    int* data() { return m_fds.data(); }
    int operator[](size_t at) const { return m_fds[at]; }
    int release(size_t at) { return std::exchange(m_fds[at], -1); }

private:
    std::array<int, 2> m_fds{-1, -1};
};

struct SpawnPlan
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    SpawnPlan()
    {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
    }
    ~SpawnPlan()
    {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    /** The child has its own process group, so that Ctrl+C in a terminal leaves it to this process to end it. */
    void arrange(int socket, int complaints, int file)
    {
        posix_spawn_file_actions_adddup2(&actions, socket, wire::socketFd);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, complaints, STDERR_FILENO);
        if (file >= 0)
            posix_spawn_file_actions_adddup2(&actions, file, wire::fileFd);
        posix_spawn_file_actions_addclosefrom_np(&actions, wire::fileFd + (file >= 0 ? 1 : 0));
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
};

} // namespace

void WorkerProcess::Killer::operator()() const noexcept
{
    ::kill(pid, SIGKILL);
}

Result<std::unique_ptr<WorkerProcess>> WorkerProcess::start(int file, std::stop_token stop)
{
    const QByteArray program = workerProgram();
    if (program.isEmpty())
        return pdfFailure(PdfTrouble::CannotStart, u"sheaf-page-worker is not installed"_s);
    Descriptors socket, complaints;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, socket.data()) != 0 ||
        pipe2(complaints.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return pdfFailure(PdfTrouble::CannotStart, qt_error_string(errno));

    SpawnPlan plan;
    plan.arrange(socket[1], complaints[1], file);
    std::vector<QByteArray> environment = childEnvironment();
    std::vector<char*> variables;
    for (QByteArray& variable : environment)
        variables.push_back(variable.data());
    variables.push_back(nullptr);
    QByteArray name = program;
    char* arguments[] = {name.data(), nullptr};
    pid_t pid = 0;
    const int error =
        posix_spawn(&pid, program.constData(), &plan.actions, &plan.attributes, arguments, variables.data());
    if (error != 0)
        return pdfFailure(PdfTrouble::CannotStart, qt_error_string(error));
    return std::unique_ptr<WorkerProcess>(
        new WorkerProcess(pid, socket.release(0), complaints.release(0), std::move(stop)));
}

WorkerProcess::WorkerProcess(int pid, int socket, int complaints, std::stop_token stop)
    : m_pid(pid), m_socket(socket), m_complaints(complaints), m_stop(std::move(stop))
{
    m_onStop.emplace(m_stop, Killer{pid});
}

WorkerProcess::~WorkerProcess()
{
    kill();
    reap();
    close(m_socket);
    close(m_complaints);
}

Result<void> WorkerProcess::send(const wire::Request& request, const QByteArray& password)
{
    const QByteArray message =
        QByteArray::fromRawData(reinterpret_cast<const char*>(&request), sizeof request) + password;
    // A socket's buffer takes a request at once; a child that is gone already must not raise SIGPIPE.
    if (::send(m_socket, message.constData(), size_t(message.size()), MSG_NOSIGNAL) != message.size())
        return ended();
    return {};
}

void WorkerProcess::drainComplaints()
{
    constexpr qsizetype enough = 400;
    std::array<char, 4096> buffer;
    ssize_t got = 0;
    while ((got = read(m_complaints, buffer.data(), buffer.size())) > 0)
        m_complaint.append(buffer.data(), std::clamp<qsizetype>(enough - m_complaint.size(), 0, got));
}

std::chrono::milliseconds WorkerProcess::processorTime() const
{
    clockid_t clock{};
    timespec used{};
    if (clock_getcpuclockid(m_pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return {}; // it has just ended, which its socket tells
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(used.tv_sec) +
                                                                 std::chrono::nanoseconds(used.tv_nsec));
}

std::optional<std::chrono::milliseconds> WorkerProcess::timeLeft(const Wait& wait) const
{
    const auto waited = std::chrono::steady_clock::now() - wait.begin;
    return wait.patience.nextWait(processorTime() - wait.processorBefore,
                                  std::chrono::duration_cast<std::chrono::milliseconds>(waited));
}

WorkerProcess::Read WorkerProcess::readAll(char* data, qsizetype size, const Wait& wait)
{
    while (size > 0) {
        const auto left = timeLeft(wait);
        if (!left)
            return Read::Late;
        std::array<pollfd, 2> waits{pollfd{m_socket, POLLIN, 0}, pollfd{m_complaints, POLLIN, 0}};
        if (poll(waits.data(), waits.size(), int(left->count())) <= 0)
            continue;
        if (waits[1].revents & POLLIN)
            drainComplaints();
        if (!waits[0].revents) {
            if (waits[1].revents & ~POLLIN)
                return Read::Ended;
            continue;
        }
        const ssize_t got = read(m_socket, data, size_t(size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return Read::Ended;
        data += got;
        size -= got;
    }
    return Read::Complete;
}

Result<WorkerProcess::Frame> WorkerProcess::nextFrame(const WorkerPatience& patience)
{
    const Wait wait{patience, processorTime()};
    const auto failure = [&](Read read) -> std::unexpected<Failure> {
        if (read == Read::Ended)
            return ended();
        return pdfFailure(PdfTrouble::Timeout, u"no answer, %1 ms of the processor"_s.arg(processorTime().count()));
    };
    wire::FrameHeader header{};
    if (const Read read = readAll(reinterpret_cast<char*>(&header), sizeof header, wait); read != Read::Complete)
        return failure(read);
    if (header.length > wire::maxFrame)
        return pdfFailure(PdfTrouble::Protocol, u"frame of %1 bytes"_s.arg(header.length));
    Frame frame{header.kind, QByteArray(qsizetype(header.length), Qt::Uninitialized)};
    if (const Read read = readAll(frame.payload.data(), frame.payload.size(), wait); read != Read::Complete)
        return failure(read);
    return frame;
}

void WorkerProcess::kill()
{
    if (m_pid > 0)
        ::kill(m_pid, SIGKILL);
}

int WorkerProcess::reap()
{
    if (m_pid <= 0)
        return 0;
    m_onStop.reset();
    int status = 0;
    while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = 0;
    return status;
}

std::unexpected<Failure> WorkerProcess::ended()
{
    const int status = reap();
    drainComplaints();
    if (m_stop.stop_requested())
        return pdfFailure(PdfTrouble::Stopped);
    const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    const QString detail = (signal ? u"signal %1 (%2)"_s.arg(signal).arg(QString::fromLatin1(strsignal(signal)))
                                   : u"exit status %1"_s.arg(WEXITSTATUS(status))) +
                           (m_complaint.isEmpty() ? QString() : u": "_s + plainLine(m_complaint));
    qCWarning(logDocument) << "page worker ended:" << detail;
    if (signal == SIGXCPU)
        return pdfFailure(PdfTrouble::Timeout, detail);
    // poppler prints this and aborts; a kill that is not ours comes from the kernel, which was out of memory.
    if (signal == SIGKILL || m_complaint.contains("Out of memory") || m_complaint.contains("bad_alloc"))
        return pdfFailure(PdfTrouble::Memory, detail);
    return pdfFailure(PdfTrouble::Crash, detail);
}

} // namespace sheaf

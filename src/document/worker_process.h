// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "document/page_wire.h"
#include "document/worker_patience.h"

#include <QByteArray>

#include <optional>
#include <stop_token>

/**
 * One sheaf-page-worker process and the socket to it. Blocking; for one thread, which must outlive it (the child is
 * killed when that thread ends). Killed by a stop, by the destructor, and by the kernel when this process dies. Every
 * wait has an end (worker_patience.h); the time in which the caller looks at a frame does not count.
 */
namespace sheaf {

class WorkerProcess
{
public:
    struct Frame
    {
        wire::FrameKind kind = wire::FrameKind::Done;
        QByteArray payload;
    };

    /** `file` is an open descriptor that the child reads from, -1 for none; it stays the caller's. */
    static Result<std::unique_ptr<WorkerProcess>> start(int file, std::stop_token stop);
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    Result<void> send(const wire::Request& request, const QByteArray& password);
    /** The next frame, or why none came: pdf.timeout, pdf.crash, pdf.memory, pdf.protocol, stopped. */
    Result<Frame> nextFrame(const WorkerPatience& patience);

private:
    WorkerProcess(int pid, int socket, int complaints, std::stop_token stop);

    enum class Read
    {
        Complete,
        Ended,
        Late
    };
    struct Wait ///< for one frame
    {
        const WorkerPatience& patience;
        std::chrono::milliseconds processorBefore;
        std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
    };
    std::optional<std::chrono::milliseconds> timeLeft(const Wait& wait) const;
    std::chrono::milliseconds processorTime() const; ///< that the child has used
    Read readAll(char* data, qsizetype size, const Wait& wait);
    void drainComplaints();
    void kill();
    int reap(); ///< ends the child; its wait status
    std::unexpected<Failure> ended();

    struct Killer ///< what a stop calls, on any thread
    {
        int pid;
        void operator()() const noexcept;
    };

    int m_pid;
    int m_socket;
    int m_complaints; ///< the child's standard error
    QByteArray m_complaint;
    std::stop_token m_stop;
    std::optional<std::stop_callback<Killer>> m_onStop; ///< gone before the child is reaped: its id is ours until then
};

} // namespace sheaf

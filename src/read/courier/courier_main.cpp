// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sheaf-courier: sends one request that may cost money and leaves the reply in the spool folder, whatever becomes of
// the program that started it. It reads its order from standard input, detaches itself into a session of its own,
// writes down that it is about to send, sends once (it never tries again), and writes what came back. It holds the
// delivery's lock by having inherited its descriptor. Exit status: 0 order taken, 2 order incomplete, 3 cannot detach.
#include "read/courier/courier_order.h"
#include "read/courier/spool.h"

#include <QCoreApplication>
#include <QTimer>

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace sheaf;
using namespace std::chrono_literals;

namespace {

QByteArray readAll(int fd)
{
    QByteArray all;
    char buffer[1 << 16];
    for (ssize_t n = 0; (n = ::read(fd, buffer, sizeof buffer)) > 0;)
        all.append(buffer, n);
    return all;
}

/** The parent's pipes close with it: nothing here may depend on them. */
void leaveParent()
{
    ::setsid();
    const int null = ::open("/dev/null", O_RDWR);
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::dup2(null, fd);
}

/** A full disk is waited for: the answer is paid, and nobody else has it. */
void keep(const Spool& spool, const QString& id, const Result<HttpReply>& reply, int triesLeft)
{
    if (spool.writeReply(id, reply) || triesLeft == 0) {
        QCoreApplication::quit();
        return;
    }
    QTimer::singleShot(2s, qApp, [=] { keep(spool, id, reply, triesLeft - 1); });
}

int run(const CourierOrder& order)
{
    int argc = 1;
    char name[] = "sheaf-courier";
    char* argv[] = {name, nullptr};
    const QCoreApplication app(argc, argv);
    const Spool spool(order.spoolFolder);
    if (!spool.markSent(order.id))
        return 1;
    HttpClient client;
    constexpr int triesOnFullDisk = 300;
    client.send(order.request, &client,
                [&](const Result<HttpReply>& reply) { keep(spool, order.id, reply, triesOnFullDisk); });
    return QCoreApplication::exec();
}

} // namespace

int main()
{
    ::prctl(PR_SET_DUMPABLE, 0); // the order holds a key: no core file, no tracing
    const auto order = unpackOrder(readAll(STDIN_FILENO));
    if (!order)
        return 2;
    // Before there are threads: the parent sees its child end and knows that the order was taken.
    const pid_t child = ::fork();
    if (child != 0)
        ::_exit(child > 0 ? 0 : 3);
    leaveParent();
    return run(*order);
}

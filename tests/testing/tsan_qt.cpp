// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Debian's Qt is not built with the thread sanitizer, so the sanitizer cannot see that a queued call happens before its
 * delivery and takes every value that crosses threads for a race. This file tells it: what a thread did before it
 * posted is seen by whoever handles an event afterwards. The linker sends our own calls through the wrappers below
 * (--wrap, in CMakeLists.txt); only in tsan builds. One object stands for all of Qt's queues: real races on memory that
 * is shared without a queue are still found.
 */
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QRunnable>
#include <QThread>
#include <QThreadPool>

#include <functional>
#include <sanitizer/tsan_interface.h>

namespace {

char hop;

void before()
{
    __tsan_release(&hop);
}

void after()
{
    __tsan_acquire(&hop);
}

/** At the end of a thread, what it did is seen by whoever waited for it. */
struct ThreadEnd
{
    ~ThreadEnd() { before(); }
};

bool onEvent(void**)
{
    thread_local const ThreadEnd end;
    after();
    before();
    return false;
}

const bool registered = QInternal::registerCallback(QInternal::EventNotifyCallback, onEvent);

/** Runs another runnable between the two annotations. */
class SeenRunnable : public QRunnable
{
public:
    explicit SeenRunnable(QRunnable* inner) : m_inner(inner), m_owned(inner->autoDelete()) {}
    void run() override
    {
        after();
        m_inner->run();
        if (m_owned)
            delete m_inner;
        before();
    }

private:
    QRunnable* m_inner;
    bool m_owned;
};

/** Calls another slot, and says so last: nothing of the caller's stack is touched afterwards. */
class SeenSlot : public QtPrivate::QSlotObjectBase
{
public:
    explicit SeenSlot(QSlotObjectBase* inner) : QSlotObjectBase(&SeenSlot::impl), m_inner(inner) {}

private:
    static void impl(int which, QSlotObjectBase* base, QObject* receiver, void** arguments, bool*)
    {
        auto* const self = static_cast<SeenSlot*>(base);
        if (which == Call) {
            after();
            self->m_inner->call(receiver, arguments);
            before();
        } else if (which == Destroy) {
            self->m_inner->destroyIfLastRef();
            delete self;
        }
    }

    QSlotObjectBase* m_inner;
};

} // namespace

// The names are the mangled ones of the functions that they stand in for.
// NOLINTBEGIN
extern "C" {

void __real__ZN11QMetaObject8activateEP7QObjectPKS_iPPv(QObject*, const QMetaObject*, int, void**);
void __wrap__ZN11QMetaObject8activateEP7QObjectPKS_iPPv(QObject* sender, const QMetaObject* meta, int signal,
                                                        void** arguments)
{
    before();
    __real__ZN11QMetaObject8activateEP7QObjectPKS_iPPv(sender, meta, signal, arguments);
}

bool __real__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
bool __wrap__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type, void* result)
{
    // A blocking call comes back with what the other thread did: that thread says so after the slot.
    if (type == Qt::BlockingQueuedConnection && !result)
        slot = new SeenSlot(slot);
    before();
    const bool done =
        __real__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
            object, slot, type, result);
    after();
    return done;
}

void __real__ZN16QCoreApplication9postEventEP7QObjectP6QEventi(QObject*, QEvent*, int);
void __wrap__ZN16QCoreApplication9postEventEP7QObjectP6QEventi(QObject* receiver, QEvent* event, int priority)
{
    before();
    __real__ZN16QCoreApplication9postEventEP7QObjectP6QEventi(receiver, event, priority);
}

void __real__ZN11QThreadPool5startEP9QRunnablei(QThreadPool*, QRunnable*, int);
void __wrap__ZN11QThreadPool5startEP9QRunnablei(QThreadPool* pool, QRunnable* runnable, int priority)
{
    before();
    __real__ZN11QThreadPool5startEP9QRunnablei(pool, new SeenRunnable(runnable), priority);
}

void __real__ZN11QThreadPool5startESt8functionIFvvEEi(QThreadPool*, std::function<void()>, int);
void __wrap__ZN11QThreadPool5startESt8functionIFvvEEi(QThreadPool* pool, std::function<void()> task, int priority)
{
    QRunnable* const runnable = new SeenRunnable(QRunnable::create(std::move(task)));
    before();
    __real__ZN11QThreadPool5startEP9QRunnablei(pool, runnable, priority);
}

bool __real__ZN11QThreadPool11waitForDoneEi(QThreadPool*, int);
bool __wrap__ZN11QThreadPool11waitForDoneEi(QThreadPool* pool, int milliseconds)
{
    const bool done = __real__ZN11QThreadPool11waitForDoneEi(pool, milliseconds);
    after();
    return done;
}

bool __real__ZN7QThread4waitE14QDeadlineTimer(QThread*, QDeadlineTimer);
bool __wrap__ZN7QThread4waitE14QDeadlineTimer(QThread* thread, QDeadlineTimer deadline)
{
    const bool done = __real__ZN7QThread4waitE14QDeadlineTimer(thread, deadline);
    after();
    return done;
}

} // extern "C"
// NOLINTEND

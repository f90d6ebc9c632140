package io.zmq4j.view;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.zmq4j.snapshot.ContextSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.remote.JMXServiceURL;

/**
 * Looks at a JVM of this machine. It attaches to it, sees by a system property whether zmq4j runs there, has the JVM start its
 * management agent, if there is none, and asks that for the MBean of zmq4j. The agent stays: four threads, and a port that answers
 * callers of this machine only.
 */
public final class JvmSource implements Source {
    /** How long a call takes at most. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String VERSION = "io.zmq4j.version";
    private static final String ADDRESS = "com.sun.management.jmxremote.localConnectorAddress";

    private final long pid;
    private final String name;

    /** Makes the calls that have no deadline of their own; one that hangs keeps the thread. */
    private final ExecutorService worker;

    private final Duration patience;
    private final StatisticsBean bean;
    private final SnapshotReader reader = new SnapshotReader();

    private JvmSource(long pid, ExecutorService worker, Duration patience, StatisticsBean bean) {
        this.pid = pid;
        this.name = "pid " + pid;
        this.worker = worker;
        this.patience = patience;
        this.bean = bean;
    }

    /**
     * Attaches to a JVM.
     *
     * @param mayStartAgent whether the JVM's management agent may be started if it does not run
     * @throws ViewException if this is no process, no JVM, one without zmq4j, or one that cannot be looked at
     */
    public static JvmSource attach(long pid, boolean mayStartAgent) throws ViewException {
        return attach(pid, mayStartAgent, PATIENCE);
    }

    static JvmSource attach(long pid, boolean mayStartAgent, Duration patience) throws ViewException {
        LocalJvm.check(pid);
        var worker = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "zmq4j-view-" + pid);
            thread.setDaemon(true);
            return thread;
        });
        try {
            var bean = call(pid, worker, patience, () -> StatisticsBean.connect(address(pid, mayStartAgent)));
            return new JvmSource(pid, worker, patience, bean);
        } catch (ViewException e) {
            worker.shutdownNow();
            throw e;
        }
    }

    /** Where the management agent listens. */
    private static JMXServiceURL address(long pid, boolean mayStartAgent)
            throws IOException, AttachNotSupportedException {
        var jvm = VirtualMachine.attach(Long.toString(pid));
        try {
            if (jvm.getSystemProperties().getProperty(VERSION) == null) {
                throw new ViewException(LocalJvm.describe(pid) + " is a JVM in which no context of zmq4j was made");
            }
            var address = jvm.getAgentProperties().getProperty(ADDRESS);
            if (address == null && !mayStartAgent) {
                throw new ViewException(
                        LocalJvm.describe(pid) + " runs no management agent, and none is to be started");
            }
            return new JMXServiceURL(address == null ? jvm.startLocalManagementAgent() : address);
        } finally {
            jvm.detach();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ContextSnapshot> look() throws ViewException {
        var json = call(pid, worker, patience, bean::json);
        try {
            return reader.read(json);
        } catch (ViewException e) {
            throw new ViewException(name + ": " + e.getMessage(), e);
        }
    }

    private static <T> T call(long pid, ExecutorService worker, Duration patience, Callable<T> task)
            throws ViewException {
        var result = worker.submit(task);
        try {
            return result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new ViewException(
                    LocalJvm.describe(pid) + " does not answer within " + patience.toSeconds()
                            + " s: it may be stopped, or short of memory or processors",
                    e);
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new ViewException("interrupted while looking at process " + pid, e);
        } catch (ExecutionException e) {
            throw failure(pid, e.getCause() == null ? e : e.getCause());
        }
    }

    private static ViewException failure(long pid, Throwable cause) {
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
            return new ViewException("process " + pid + " has ended", cause);
        }
        if (cause instanceof ViewException sentence) {
            return sentence;
        }
        if (cause instanceof NoClassDefFoundError) {
            return new ViewException(
                    "this program's Java has no jdk.attach or java.management: run it with a whole JDK", cause);
        }
        var message = Plain.text(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        if (message.contains("jdk.management.agent")) {
            return new ViewException(
                    LocalJvm.describe(pid) + " has a Java without the module jdk.management.agent:"
                            + " it can only be seen where it serves its statistics at an endpoint",
                    cause);
        }
        return new ViewException(LocalJvm.describe(pid) + " cannot be looked at: " + message, cause);
    }

    @Override
    public void close() {
        if (worker.isShutdown()) {
            return;
        }
        try {
            call(pid, worker, Duration.ofSeconds(2), () -> {
                bean.close();
                return true;
            });
        } catch (ViewException e) {
            // The process has ended, and its MBeans with it, or does not answer.
        } finally {
            worker.shutdownNow();
        }
    }
}

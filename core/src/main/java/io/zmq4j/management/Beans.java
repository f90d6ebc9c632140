package io.zmq4j.management;

import io.zmq4j.socket.ContextCore;
import io.zmq4j.socket.LiveContexts;
import io.zmq4j.socket.SocketCore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * An MBean for each context and each socket in one server, which come and go with them. A socket is shown by a worker of its context
 * and not by the thread that opens it. Safe for any thread; holds its own lock while the server registers, and no other.
 */
final class Beans {
    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    private static final String DOMAIN = "io.zmq4j:";

    /** Of a context. An application with more looks for them elsewhere than in a tree. */
    private static final int MOST_SOCKETS = 1000;

    private enum State {
        SHOWING,
        OVER
    }

    /** A bean, and what it is called in the end: the name that was wanted may be another's. */
    private record Shown(String wanted, String label, ObjectName name) {}

    private record ShownContext(Shown context, Map<Long, Shown> sockets) {}

    private final MBeanServer server;
    private final Consumer<ContextCore> watcher = this::update;
    private final Map<ContextCore, ShownContext> contexts = new IdentityHashMap<>();
    private State state = State.SHOWING;

    private Beans(MBeanServer server) {
        this.server = server;
    }

    /** Shows all contexts, and from now on what becomes of them. */
    static Beans showIn(MBeanServer server) {
        var beans = new Beans(server);
        LiveContexts.watch(beans.watcher);
        LiveContexts.all().forEach(beans.watcher);
        return beans;
    }

    /** Takes all of them away. */
    synchronized void end() {
        state = State.OVER;
        LiveContexts.unwatch(watcher);
        contexts.values().forEach(this::hide);
        contexts.clear();
    }

    /** What cannot be shown is not worth a context that does not work. */
    private synchronized void update(ContextCore context) {
        if (state == State.OVER) {
            return;
        }
        try {
            if (LiveContexts.isLive(context)) {
                show(context);
            } else {
                ShownContext gone = contexts.remove(context);
                if (gone != null) {
                    hide(gone);
                }
            }
        } catch (JMException | RuntimeException | OutOfMemoryError e) {
            LOG.log(System.Logger.Level.DEBUG, "a context is not shown among the MBeans", e);
        }
    }

    private void show(ContextCore context) throws JMException {
        ShownContext shown = contexts.get(context);
        if (shown == null) {
            var bean = new ContextBean(context);
            shown = new ShownContext(register("type=Context,context=", context.name(), bean), new HashMap<>());
            contexts.put(context, shown);
        }
        showSockets(context, shown);
    }

    private void showSockets(ContextCore context, ShownContext shown) throws JMException {
        String keys = "type=Socket,context=" + ObjectName.quote(shown.context().label()) + ",name=";
        Map<Long, Shown> beans = shown.sockets();
        Set<Long> open = new HashSet<>();
        for (SocketCore socket : context.sockets()) {
            if (!socket.isApplications() || open.size() == MOST_SOCKETS) {
                continue;
            }
            open.add(socket.id());
            String wanted = socket.name().isEmpty() ? socket.type() + " #" + socket.id() : socket.name();
            Shown before = beans.get(socket.id());
            if (before == null || !before.wanted().equals(wanted)) {
                if (before != null) {
                    unregister(before.name());
                }
                beans.put(socket.id(), register(keys, wanted, new SocketBean(context, socket)));
            }
        }
        beans.entrySet().removeIf(each -> {
            boolean isGone = !open.contains(each.getKey());
            if (isGone) {
                unregister(each.getValue().name());
            }
            return isGone;
        });
    }

    /** Under the name that is wanted, or, if another has it, the first of {@code -2}, {@code -3} and so on that is free. */
    private Shown register(String keys, String wanted, Object bean) throws JMException {
        for (int number = 1; ; number++) {
            String label = number == 1 ? wanted : wanted + "-" + number;
            var name = new ObjectName(DOMAIN + keys + ObjectName.quote(label));
            if (!server.isRegistered(name)) {
                try {
                    server.registerMBean(bean, name);
                    return new Shown(wanted, label, name);
                } catch (InstanceAlreadyExistsException e) {
                    // Another library of the same name, in another class loader, was faster.
                }
            }
        }
    }

    private void hide(ShownContext gone) {
        gone.sockets().values().forEach(each -> unregister(each.name()));
        unregister(gone.context().name());
    }

    private void unregister(ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            // Somebody else took it away.
        } catch (JMException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "an MBean stays that should go", e);
        }
    }
}

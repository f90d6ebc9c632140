package io.zmq4j.services.broker;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import java.time.Duration;
import java.util.concurrent.Callable;

/** What all subcommands do: open a context in which their guard decides, and have it see each socket. */
abstract class GuardedCommand implements Callable<Integer>, Guard.Command {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private Guard guard = Guard.NONE;

    @Override
    public final void guardBy(Guard chosen) {
        guard = chosen;
    }

    /** A context that hands over what was sent when a signal ends the process. */
    final Context context() {
        return guarded(Context.create().closeOnShutdown(CLOSE_TIMEOUT));
    }

    /** The same context, in which the guard decides now. */
    final Context guarded(Context context) {
        boolean isGuarded = false;
        try {
            guard.check();
            guard.startDeciding(context);
            isGuarded = true;
            return context;
        } finally {
            if (!isGuarded) {
                context.close();
            }
        }
    }

    /** Before it is bound or connected. */
    final void guard(Socket socket) {
        guard.apply(socket);
    }

    /** Whether everybody may come in; once there is a context. */
    final boolean isOpenToAll() {
        return guard.isNone();
    }
}

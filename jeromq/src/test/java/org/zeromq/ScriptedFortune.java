package org.zeromq;

import java.util.function.Function;
import java.util.function.Predicate;
import org.zeromq.ZMQ.Socket;

/** Notes each callback, and answers as it is told: the star acts by the function, once unless told otherwise. */
final class ScriptedFortune implements ZStar.Fortune {
    final CallLog log;
    Predicate<Socket> act = pipe -> false;
    boolean entract = true;
    int lives = 1;
    boolean lastWord = true;
    Function<String, RuntimeException> failure = call -> null;
    Thread.UncaughtExceptionHandler handler;
    volatile Thread thread;

    ScriptedFortune(CallLog log) {
        this.log = log;
    }

    private <T> T note(String call, T answer) {
        log.add(call);
        RuntimeException thrown = failure.apply(call);
        if (thrown != null) {
            throw thrown;
        }
        return answer;
    }

    @Override
    public String premiere(Socket pipe, Object... args) {
        thread = Thread.currentThread();
        thread.setUncaughtExceptionHandler(handler);
        return note("premiere", "scripted");
    }

    @Override
    public ZStar.Star create(ZContext context, Socket pipe, int count, ZStar.Star previous, Object... args) {
        note("create " + count + (previous == null ? "" : " after another"), null);
        return new ZStar.Star() {
            @Override
            public void prepare() {
                note("prepare", null);
            }

            @Override
            public int breathe() {
                return note("breathe", 7);
            }

            @Override
            public boolean act(int events) {
                return note("act " + events, null) == null && act.test(pipe);
            }

            @Override
            public boolean entract() {
                return note("entract", entract);
            }

            @Override
            public boolean renews() {
                return note("renews", count + 1 < lives);
            }
        };
    }

    @Override
    public boolean interview(Socket pipe) {
        return note("interview", lastWord);
    }

    @Override
    public void party(ZContext context) {
        note("party", null);
    }
}

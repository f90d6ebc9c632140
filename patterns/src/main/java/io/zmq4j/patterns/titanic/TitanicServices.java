package io.zmq4j.patterns.titanic;

import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ServiceName;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The three services of RFC 9, as functions from request to reply. Safe for any thread; each waits for the store. */
final class TitanicServices {
    static final String REQUEST = "titanic.request";
    static final String REPLY = "titanic.reply";
    static final String CLOSE = "titanic.close";

    private static final String OWN = "titanic.";

    /** As long as a disk may take; whoever has asked has mostly given up before. */
    private static final long STORE_SECONDS = 60;

    private static final Message NO_ID = Status.unknown("the request is one frame, a UUID of 32 hexadecimal digits");

    private final StoreThread store;
    private final Counters counters;
    private final BiConsumer<String, UUID> onStored;

    /** @param onStored is told of each request that was stored: its service and its id */
    TitanicServices(StoreThread store, Counters counters, BiConsumer<String, UUID> onStored) {
        this.store = store;
        this.counters = counters;
        this.onStored = onStored;
    }

    /** {@code service, body…} to {@code 200, uuid}. */
    Message request(Message request) throws InterruptedException {
        if (request.frameCount() < 2) {
            return Status.unknown("the request is two frames or more, a service and a body");
        }
        String service = request.text();
        String wrong = wrong(service);
        if (wrong != null) {
            return Status.unknown(wrong);
        }
        UUID id = UUID.randomUUID();
        return answer(
                store.submit(it -> {
                    it.submit(id, service, request.from(1));
                    return Status.OK.append(RequestId.text(id));
                }),
                () -> {
                    counters.submitted.increment();
                    onStored.accept(service, id);
                });
    }

    private static @Nullable String wrong(String service) {
        if (service.startsWith(OWN) || service.startsWith(ServiceName.MANAGEMENT)) {
            return "a service that answers at once is asked at once, not by way of titanic.request";
        }
        try {
            ServiceName.check(service);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** {@code uuid} to {@code 200, body…}, as often as it is asked, or to {@code 300} if there is no reply yet. */
    Message reply(Message request) throws InterruptedException {
        UUID id = RequestId.in(request, 0);
        if (id == null) {
            return NO_ID;
        }
        return answer(
                store.submit(it -> {
                    RequestStore.State state = it.state(id);
                    if (state == null) {
                        return Status.unknown("no such request");
                    }
                    Message reply = it.reply(id);
                    return reply == null ? Status.PENDING : Status.OK.append(reply);
                }),
                () -> {});
    }

    /** {@code uuid} to {@code 200}, also if there is no such request. */
    Message close(Message request) throws InterruptedException {
        UUID id = RequestId.in(request, 0);
        if (id == null) {
            return NO_ID;
        }
        return answer(
                store.submit(it -> {
                    if (it.close(id)) {
                        counters.closed.increment();
                    }
                    return Status.OK;
                }),
                () -> {});
    }

    private Message answer(CompletableFuture<Message> stored, Runnable afterwards) throws InterruptedException {
        try {
            Message reply = stored.get(STORE_SECONDS, TimeUnit.SECONDS);
            afterwards.run();
            return reply;
        } catch (ExecutionException e) {
            counters.refused.increment();
            return Status.error(reason(e.getCause()));
        } catch (TimeoutException e) {
            counters.refused.increment();
            return Status.error("the disk takes longer than " + STORE_SECONDS + " s");
        }
    }

    private static String reason(@Nullable Throwable failure) {
        String message = failure == null ? null : failure.getMessage();
        boolean isTold = failure instanceof RefusedException || failure instanceof IOException;
        return isTold && message != null ? message : "internal error";
    }
}

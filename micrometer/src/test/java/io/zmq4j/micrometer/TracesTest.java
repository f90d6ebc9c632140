package io.zmq4j.micrometer;

import static io.zmq4j.micrometer.Eventually.IN_TIME;
import static io.zmq4j.micrometer.Eventually.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OpenTelemetry through Micrometer: a trace goes from one socket to another. */
class TracesTest {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    private final ObservationRegistry registry = tracing();
    private final Context context = Context.create();
    private final List<Socket> kept = new ArrayList<>();

    private ObservationRegistry tracing() {
        var otel = provider.get("zmq4j");
        var current = new OtelCurrentTraceContext();
        var tracer = new OtelTracer(otel, current, event -> {});
        var propagator = new OtelPropagator(ContextPropagators.create(W3CTraceContextPropagator.getInstance()), otel);
        var made = ObservationRegistry.create();
        made.observationConfig()
                .observationHandler(new ObservationHandler.FirstMatchingCompositeObservationHandler(
                        new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
                        new PropagatingReceiverTracingObservationHandler<>(tracer, propagator),
                        new DefaultTracingObservationHandler(tracer)));
        return made;
    }

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
        provider.close();
    }

    /** A socket that nobody has is closed. */
    private <S extends Socket> S keep(S socket) {
        kept.add(socket);
        return socket;
    }

    private SpanData span(String name) {
        Predicate<SpanData> isIt = span -> span.getName().equals(name);
        awaitUntil(
                "the span " + name,
                () -> exporter.getFinishedSpanItems().stream().anyMatch(isIt));
        return exporter.getFinishedSpanItems().stream().filter(isIt).findFirst().orElseThrow();
    }

    @Test
    void theSpansOfARequestAndOfItsHandlerAreOneTraceAcrossTwoSockets() {
        var rep = keep(context.rep().named("server"));
        var req = keep(context.req().named("client"));
        req.connect(rep.bind("tcp://127.0.0.1:*"));
        ZmqObservations.of(rep, registry).traceFrame(true).serve(request -> Message.of("Hello, " + request.text()));
        Message reply = ZmqObservations.of(req, registry).traceFrame(true).request("World");
        assertThat(reply).isEqualTo(Message.of("Hello, World"));
        SpanData asked = span("request client");
        SpanData answered = span("handle server");
        assertThat(answered.getTraceId()).isEqualTo(asked.getTraceId());
        assertThat(answered.getParentSpanId()).isEqualTo(asked.getSpanId());
        assertThat(asked.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(answered.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(asked.getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(asked.getAttributes().asMap().toString()).contains("messaging.system=zeromq");
    }

    @Test
    void theSameOfDealerAndRouterWhereOneHandlerAsksTheNext() {
        var back = keep(context.router().named("back"));
        var middle = keep(context.router().named("middle"));
        var toBack = keep(context.dealer().named("to-back"));
        var front = keep(context.dealer().named("front"));
        toBack.connect(back.bind("tcp://127.0.0.1:*"));
        front.connect(middle.bind("tcp://127.0.0.1:*"));
        ZmqObservations.of(back, registry).traceFrame(true).serve(request -> Message.of(request.text() + "!"));
        var asksNext = ZmqObservations.of(toBack, registry).traceFrame(true);
        ZmqObservations.of(middle, registry)
                .traceFrame(true)
                .serve(request -> asksNext.request(request, IN_TIME).join());
        CompletableFuture<Message> reply =
                ZmqObservations.of(front, registry).traceFrame(true).request("hi", IN_TIME);
        assertThat(reply).succeedsWithin(IN_TIME).isEqualTo(Message.of("hi!"));
        SpanData first = span("request front");
        SpanData last = span("handle back");
        assertThat(last.getTraceId()).isEqualTo(first.getTraceId());
        assertThat(last.getParentSpanId()).isEqualTo(span("request to-back").getSpanId());
        assertThat(span("request to-back").getParentSpanId())
                .isEqualTo(span("handle middle").getSpanId());
        assertThat(span("handle middle").getParentSpanId()).isEqualTo(first.getSpanId());
    }

    @Test
    void aPublishedMessageIsHandledInThePublishersTrace() throws Exception {
        var pub = keep(context.pub().named("feed"));
        var sub = keep(context.sub().named("fan"));
        sub.subscribe("news");
        sub.connect(pub.bind("tcp://127.0.0.1:*"));
        assertThat(pub.awaitPeer(IN_TIME)).isTrue();
        var got = new CompletableFuture<Message>();
        var consumption = ZmqObservations.of(sub, registry).traceFrame(true).onMessage(got::complete);
        ZmqObservations.of(pub, registry).traceFrame(true).send("news", "goal");
        assertThat(got).succeedsWithin(IN_TIME).isEqualTo(Message.of("news", "goal"));
        assertThat(span("handle fan").getParentSpanId())
                .isEqualTo(span("send feed").getSpanId());
        assertThat(span("handle fan").getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span("send feed").getKind()).isEqualTo(SpanKind.PRODUCER);
        consumption.close();
    }

    @Test
    void aReceiveIsASpanInTheSendersTrace() {
        var pull = keep(context.pull().named("sink"));
        var push = keep(context.push().named("source"));
        push.connect(pull.bind("inproc://traced"));
        ZmqObservations.of(push, registry).traceFrame(true).send("x");
        assertThat(ZmqObservations.of(pull, registry).traceFrame(true).receiveText())
                .isEqualTo("x");
        assertThat(span("receive sink").getParentSpanId())
                .isEqualTo(span("send source").getSpanId());
    }

    @Test
    void withoutTheOptionTheFrameIsLeftAlone() {
        var pull = keep(context.pull());
        var push = keep(context.push().named("source"));
        push.connect(pull.bind("inproc://alone"));
        ZmqObservations.of(push, registry).traceFrame(true).send("x");
        Message plain = ZmqObservations.of(pull, registry).receive();
        assertThat(plain.frameCount()).isEqualTo(2);
        assertThat(plain.text(1))
                .startsWith("traceparent: 00-" + span("send source").getTraceId());
        ZmqObservations.of(push, registry).send("y");
        assertThat(pull.receive()).isEqualTo(Message.of("y"));
    }

    @Test
    void aFrameThatBreaksTheRulesIsTakenOffAndBeginsNoTrace() {
        var pull = keep(context.pull().named("sink"));
        var push = keep(context.push());
        push.connect(pull.bind("inproc://malformed"));
        push.send("x", "traceparent: 00-zz");
        assertThat(ZmqObservations.of(pull, registry).traceFrame(true).receive())
                .isEqualTo(Message.of("x"));
        assertThat(span("receive sink").getParentSpanId()).isEqualTo(SpanId.getInvalid());
    }

    @Test
    void aFailureIsTheSpansStatus() {
        var dealer = keep(context.dealer().named("alone"));
        var view = ZmqObservations.of(dealer, registry).traceFrame(true);
        assertThat(view.request("?", Duration.ofMillis(10))).failsWithin(IN_TIME);
        assertThat(span("request alone").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }
}

package io.zmq4j.view.top;

import io.zmq4j.health.Finding;
import io.zmq4j.view.LocalJvm;
import io.zmq4j.view.Rates;
import io.zmq4j.view.WatchedContext;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What was seen, as a line of JSON for programs; docs/top.md describes it. */
final class Report {
    private Report() {}

    static String json(Look look) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("source", look.source());
            json.writeArrayPropertyStart("contexts");
            look.contexts().forEach(context -> context(json, context));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    static String json(List<LocalJvm> jvms) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (var jvm : jvms) {
                json.writeStartObject();
                json.writeNumberProperty("pid", jvm.pid());
                json.writeStringProperty("program", jvm.command());
                json.writeBooleanProperty("loop", jvm.hasLoop());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    private static void context(JsonGenerator json, WatchedContext context) {
        json.writeStartObject();
        json.writeName("snapshot");
        json.writeRawValue(context.now().toJson());
        rates(json, context.rates());
        json.writeArrayPropertyStart("sockets");
        for (var socket : context.sockets()) {
            json.writeStartObject();
            json.writeNumberProperty("id", socket.now().id());
            rates(json, socket.rates());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("findings");
        context.findings().forEach(finding -> finding(json, finding));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rates(JsonGenerator json, Rates rates) {
        json.writeObjectPropertyStart("rates");
        json.writeNumberProperty("messagesIn", rates.messagesIn());
        json.writeNumberProperty("bytesIn", rates.bytesIn());
        json.writeNumberProperty("messagesOut", rates.messagesOut());
        json.writeNumberProperty("bytesOut", rates.bytesOut());
        json.writeNumberProperty("drops", rates.drops());
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("kind", finding.kind().name());
        json.writeStringProperty("severity", finding.severity().name());
        json.writeNumberProperty("socketId", finding.socketId());
        json.writeStringProperty("socket", finding.socket());
        if (finding.where() != null) {
            json.writeStringProperty("where", finding.where());
        }
        json.writeNumberProperty("since", finding.since().toMillis());
        json.writeStringProperty("sentence", finding.sentence());
        json.writeEndObject();
    }
}

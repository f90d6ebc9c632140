package io.zmq4j.cli;

import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.zmtp.wire.Z85;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** keygen: a new pair of CURVE keys. */
@Command(
        description = {
            "Make a pair of CURVE keys and print the public one, in Z85.",
            "The secret key is kept in a certificate, with --zcert, or printed, with --secret.",
            ""
        })
final class KeygenVerb implements Callable<Integer> {
    private static final String SECRET_SUFFIX = "_secret";

    private final Streams streams;

    @Option(
            names = "--zcert",
            paramLabel = "FILE",
            description = "Write the public certificate here, and the secret one to FILE" + SECRET_SUFFIX
                    + ", which its owner alone may read.")
    private @Nullable Path certificate;

    @Option(names = "--secret", description = "Print the secret key as well.")
    private boolean isSecret;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean isJson;

    KeygenVerb(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (certificate == null && !isSecret) {
            throw new UsageException(
                    "the secret key would be lost: --zcert FILE keeps it in a file, --secret prints it");
        }
        CurveKeyPair pair = CurveKeyPair.generate();
        if (certificate != null) {
            save(pair, certificate);
        }
        print(pair);
        pair.destroy();
        return Exit.DONE;
    }

    /** What is there already may be somebody's only key. */
    private static void save(CurveKeyPair pair, Path file) {
        Path secret = Path.of(file + SECRET_SUFFIX);
        for (Path each : new Path[] {file, secret}) {
            if (Files.exists(each)) {
                throw new UsageException(each + " is there already: another name is allowed");
            }
        }
        var made = CurveCertificate.of(pair, Map.of());
        try {
            made.saveSecret(secret);
            made.savePublic(file);
        } catch (UncheckedIOException e) {
            throw new UsageException("a certificate cannot be written: " + e.getMessage());
        }
    }

    private void print(CurveKeyPair pair) throws IOException {
        String publicKey = pair.publicKey().toString();
        if (!isSecret) {
            print(isJson ? "{\"public\":" + quoted(publicKey) + "}" : publicKey);
            return;
        }
        byte[] octets = pair.secretKey();
        String secretKey = Z85.encode(octets);
        Arrays.fill(octets, (byte) 0);
        print(
                isJson
                        ? "{\"public\":" + quoted(publicKey) + ",\"secret\":" + quoted(secretKey) + "}"
                        : "public " + publicKey + "\nsecret " + secretKey);
    }

    /** Of the characters of Z85 none wants an escape. */
    private static String quoted(String key) {
        return '"' + key + '"';
    }

    private void print(String line) throws IOException {
        streams.out().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}

package io.zmq4j.gssapi;

import io.zmq4j.testkit.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivilegedExceptionAction;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSManager;

/**
 * A Kerberos realm in this process, one for all tests: a KDC, and a folder with everybody's keys that nothing is written outside of. This
 * JVM has logged in as {@link #ANNA}, and has the keys of {@link #SERVICE}.
 */
final class Realm {
    static final String NAME = "ZMQ4J.TEST";
    static final String SERVICE = "zmq/localhost@" + NAME;
    static final String OTHER_SERVICE = "other/localhost@" + NAME;
    static final String ANNA = "anna@" + NAME;
    static final String BOB = "bob@" + NAME;

    /** Nobody with this name is in the realm. */
    static final String NOBODY = "zmq/nowhere@" + NAME;

    private static final String LOGIN = "login ";
    private static final Realm REALM = start();

    private final Path folder;

    private Realm(Path folder) {
        this.folder = folder;
    }

    private static Realm start() {
        try {
            Path folder = Files.createTempDirectory("zmq4j-realm");
            var realm = new Realm(folder);
            realm.startKdc();
            System.setProperty("java.security.krb5.conf", realm.configuration().toString());
            System.setProperty("javax.security.auth.useSubjectCredsOnly", "false");
            Configuration.setConfiguration(realm.logins());
            return realm;
        } catch (Exception e) {
            throw new AssertionError("no realm: " + e, e);
        }
    }

    private void startKdc() throws Exception {
        int port = Ports.freeTcpPort();
        var kdc = new SimpleKdcServer();
        kdc.setWorkDir(folder.toFile());
        kdc.setKdcRealm(NAME);
        kdc.setKdcHost("127.0.0.1");
        kdc.setAllowUdp(false);
        kdc.setKdcTcpPort(port);
        kdc.init();
        kdc.start();
        for (String principal : new String[] {SERVICE, OTHER_SERVICE, ANNA, BOB}) {
            kdc.createAndExportPrincipals(keytab(principal).toFile(), principal);
        }
        Files.writeString(configuration(), """
                [libdefaults]
                    default_realm = %1$s
                    default_keytab_name = FILE:%2$s
                    dns_lookup_kdc = false
                    dns_lookup_realm = false
                    dns_canonicalize_hostname = false
                    rdns = false
                    udp_preference_limit = 1
                [realms]
                    %1$s = {
                        kdc = 127.0.0.1:%3$d
                    }
                [domain_realm]
                    localhost = %1$s
                """.formatted(NAME, keytab(SERVICE), port));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kdc), "end realm"));
    }

    private void end(SimpleKdcServer kdc) {
        try (Stream<Path> files = Files.walk(folder)) {
            kdc.stop();
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (Exception e) {
            System.err.println("the realm does not end: " + e);
        }
    }

    static Path folder() {
        return REALM.folder;
    }

    static Path configurationFile() {
        return REALM.configuration();
    }

    static Path keytabOf(String principal) {
        return REALM.keytab(principal);
    }

    private Path configuration() {
        return folder.resolve("realm.conf");
    }

    private Path keytab(String principal) {
        return folder.resolve(principal.replaceAll("[^a-z]", "-") + ".keytab");
    }

    /** By whom this JVM logs in: names as the JDK asks for them, and ours. */
    private Configuration logins() {
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return switch (name) {
                    case "com.sun.security.jgss.krb5.initiate" -> entry(ANNA, keytab(ANNA), true);
                    case "com.sun.security.jgss.krb5.accept" -> entry("*", keytab(SERVICE), false);
                    default -> {
                        String principal = name.substring(LOGIN.length());
                        yield entry(principal, keytab(principal), true);
                    }
                };
            }
        };
    }

    private static AppConfigurationEntry[] entry(String principal, Path keytab, boolean initiates) {
        return new AppConfigurationEntry[] {
            new AppConfigurationEntry(
                    "com.sun.security.auth.module.Krb5LoginModule",
                    LoginModuleControlFlag.REQUIRED,
                    Map.of(
                            "principal",
                            principal,
                            "keyTab",
                            keytab.toString(),
                            "useKeyTab",
                            "true",
                            "storeKey",
                            "true",
                            "doNotPrompt",
                            "true",
                            "isInitiator",
                            String.valueOf(initiates)))
        };
    }

    /** What somebody proves himself by, who has logged in by himself. */
    static GSSCredential credential(String principal, int usage) {
        try {
            var login = new LoginContext(LOGIN + REALM.checked(principal));
            login.login();
            PrivilegedExceptionAction<GSSCredential> action = () -> {
                var manager = GSSManager.getInstance();
                return manager.createCredential(
                        manager.createName(principal, Kerberos.PRINCIPAL_NAME),
                        GSSCredential.DEFAULT_LIFETIME,
                        Kerberos.MECHANISM,
                        usage);
            };
            return Subject.doAs(login.getSubject(), action);
        } catch (Exception e) {
            throw new AssertionError("no credential for " + principal, e);
        }
    }

    private String checked(String principal) throws IOException {
        if (!Files.exists(keytab(principal))) {
            throw new UncheckedIOException(new IOException("no keytab of " + principal));
        }
        return principal;
    }

    static Gssapi server() {
        return Gssapi.server(touch(SERVICE)).withPrincipalType(GssapiNameType.KRB5_PRINCIPAL);
    }

    /** As Anna. */
    static Gssapi client() {
        return clientOf(SERVICE);
    }

    static Gssapi clientOf(String service) {
        return Gssapi.client(null, touch(service)).withServicePrincipalType(GssapiNameType.KRB5_PRINCIPAL);
    }

    /** Whoever uses a name has the realm started. */
    private static String touch(String principal) {
        return REALM == null ? "" : principal;
    }
}

package io.zmq4j.discovery.gossip;

import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One node. In each round it tells somebody what it knows, and hears what it does not know yet; so news are everywhere after as many rounds
 * as it takes to double one to all. It raises the version of its own entry three times in its life, and whoever hears of no higher one
 * for that long takes the node for gone.
 *
 * <pre>
 *   asks:     digest ───────────► what is wanted, and what is new ◄── answers
 *             what was wanted ──►
 * </pre>
 *
 * <p>Most rounds are with somebody who is there, some with a seed or somebody who was: so two halves of a network that was cut find each
 * other again, also after everybody has taken the others for gone.
 *
 * <p>An entry is believed only if its owner has signed it. A peer that lies can therefore say nothing about others: it can invent owners,
 * for which there is place up to a bound, and it can keep silent.
 *
 * <p>Times are nanoseconds. Belongs to one thread at a time.
 */
public final class Node {
    /** One round in so many is with somebody who is not there, as far as is known. */
    private static final int ROUNDS_FOR_A_STRAY = 4;

    /** To whom news of one's own are told at once. */
    private static final int FIRST_TOLD = 3;

    private static final int MOST_LOST = 64;

    private final Signing signing;
    private final Owner self;
    private final String contact;
    private final List<String> seeds;
    private final int ttlSeconds;
    private final Random random;
    private final Known known = new Known();
    private final Set<String> lost = new LinkedHashSet<>();
    private List<Service> services = List.of();
    private long version;
    private long signed;
    private long changes;
    private Suspicions suspicions = Suspicions.NONE;

    /**
     * A node that knows nobody.
     *
     * @param contact where others can ask it; empty for one that only listens, and says nothing of itself
     * @param seeds where to ask first
     * @param ttl in whole seconds, 1 to 300
     */
    public Node(Signing signing, String contact, List<String> seeds, Duration ttl, Random random) {
        this.signing = signing;
        this.self = new Owner(signing.publicKey());
        this.contact = contact;
        this.seeds = seeds.stream().filter(seed -> !seed.equals(contact)).toList();
        this.ttlSeconds = (int) ttl.toSeconds();
        this.random = random;
    }

    // ---- what it says of itself

    /** It offers these from now on; tells some of it at once. */
    public List<Letter> offer(List<Service> offered, long now) {
        services = List.copyOf(offered);
        return announce(contact, now);
    }

    /** It is about to end: nobody needs to wait until its entry is over. */
    public List<Letter> leave(long now) {
        services = List.of();
        return announce("", now);
    }

    private List<Letter> announce(String where, long now) {
        if (contact.isEmpty()) {
            return List.of();
        }
        Message news = Rumour.entries(List.of(), List.of(sign(where, now)));
        List<String> contacts = contacts();
        Collections.shuffle(contacts, random);
        return contacts.stream()
                .limit(FIRST_TOLD)
                .map(each -> new Letter(each, news))
                .toList();
    }

    private Entry sign(String where, long now) {
        Entry own = Entry.sign(signing, ++version, ttlSeconds, where, services);
        known.put(own, now);
        signed = now;
        changes++;
        return own;
    }

    // ---- rounds

    /** What to send in this round. */
    public List<Letter> round(long now) {
        for (Entry over : known.expire(now)) {
            changes++;
            remember(over.contact());
        }
        if (!contact.isEmpty() && (version == 0 || now - signed >= ttlSeconds * 1_000_000_000L / 3)) {
            sign(contact, now);
        }
        Message digest = digest();
        return partners().stream().map(each -> new Letter(each, digest)).toList();
    }

    private void remember(String gone) {
        if (!gone.isEmpty() && !gone.equals(contact) && lost.add(gone) && lost.size() > MOST_LOST) {
            lost.remove(lost.iterator().next());
        }
    }

    private Message digest() {
        Map<Owner, Long> versions = new HashMap<>();
        known.owners().forEach(owner -> versions.put(owner, known.version(owner)));
        return Rumour.digest(versions);
    }

    private Set<String> partners() {
        Set<String> partners = new LinkedHashSet<>();
        List<String> contacts = contacts();
        if (!contacts.isEmpty()) {
            partners.add(any(contacts));
        }
        if (contacts.isEmpty() || random.nextInt(ROUNDS_FOR_A_STRAY) == 0) {
            List<String> strays = new ArrayList<>(seeds);
            strays.addAll(lost);
            if (!strays.isEmpty()) {
                partners.add(any(strays));
            }
        }
        return partners;
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Of those who are there, in some order. */
    private List<String> contacts() {
        Set<String> all = new TreeSet<>();
        known.entries().forEach(entry -> all.add(entry.contact()));
        all.remove("");
        all.remove(contact);
        lost.removeAll(all);
        return new ArrayList<>(all);
    }

    // ---- what comes

    /** Takes a message, and gives the answer; null if there is none to give. */
    public @Nullable Message receive(Message message, long now) {
        Rumour rumour = Rumour.read(message);
        if (rumour instanceof Rumour.Digest digest) {
            return answer(digest.versions(), now);
        }
        if (rumour instanceof Rumour.Entries entries) {
            for (byte[] bytes : entries.entries()) {
                if (!believe(bytes, now)) {
                    break;
                }
            }
            return give(entries.wanted(), now);
        }
        suspicions = suspicions.oneMoreMalformed();
        return null;
    }

    /**
     * What is not known here, and what is not known there. First of owners who are known: they are not to be forgotten because
     * somebody invents others.
     */
    private @Nullable Message answer(Map<Owner, Long> theirs, long now) {
        List<Owner> wanted = new ArrayList<>();
        theirs.forEach((owner, theirVersion) -> {
            if (known.isNews(owner, theirVersion)) {
                wanted.add(owner);
            }
        });
        List<Entry> given = new ArrayList<>();
        for (Owner owner : known.owners()) {
            Entry entry = known.fresh(owner, now);
            if (entry != null && entry.version() > theirs.getOrDefault(owner, 0L)) {
                given.add(entry);
            }
        }
        return given.isEmpty() && wanted.isEmpty()
                ? null
                : Rumour.entries(
                        first(wanted, owner -> known.version(owner) > 0, Rumour.MOST_WANTED),
                        first(given, entry -> theirs.containsKey(entry.owner()), Rumour.MOST_ENTRIES));
    }

    /** In the order in which they are wanted. */
    private @Nullable Message give(List<Owner> wanted, long now) {
        List<Entry> given = new ArrayList<>();
        for (Owner owner : wanted) {
            Entry entry = known.fresh(owner, now);
            if (entry != null) {
                given.add(entry);
            }
        }
        return given.isEmpty()
                ? null
                : Rumour.entries(List.of(), given.subList(0, Math.min(Rumour.MOST_ENTRIES, given.size())));
    }

    /** So many at most, beginning with these; others each time, if there are more. */
    private <T> List<T> first(List<T> all, Predicate<T> these, int most) {
        if (all.size() > most) {
            Collections.shuffle(all, random);
            all.sort(Comparator.comparing(these::test).reversed());
        }
        return all.subList(0, Math.min(most, all.size()));
    }

    /** Takes an entry if it is one; false if the one who sent it is not to be listened to any further. */
    private boolean believe(byte[] bytes, long now) {
        Entry entry = Entry.read(bytes);
        if (entry == null) {
            suspicions = suspicions.oneMoreMalformed();
            return false;
        }
        if (!known.isNews(entry.owner(), entry.version()) || entry.owner().equals(self)) {
            return true;
        }
        if (!entry.isSigned(signing)) {
            suspicions = suspicions.oneMoreForged();
            return false;
        }
        if (known.take(entry, now) == Known.Outcome.FULL) {
            suspicions = suspicions.oneMoreCrowded();
        } else {
            changes++;
        }
        return true;
    }

    // ---- who is there

    /** Where this service is to be found, in order. */
    public Set<String> endpoints(String service) {
        Set<String> endpoints = new TreeSet<>();
        for (Entry entry : known.entries()) {
            for (Service each : entry.services()) {
                if (each.name().equals(service)) {
                    endpoints.add(each.endpoint());
                }
            }
        }
        return endpoints;
    }

    /** How many nodes are there and can be asked, itself among them if it can. */
    public int members() {
        return (int) known.entries().stream()
                .filter(entry -> !entry.contact().isEmpty())
                .count();
    }

    /** Another number whenever somebody may have come, gone, or changed what it offers. */
    public long changes() {
        return changes;
    }

    public Suspicions suspicions() {
        return suspicions;
    }
}

package io.zmq4j.pattern;

import io.zmq4j.pipe.Pipe;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which peers have joined which groups. To join twice is to join once (RFC 48 knows members, no counts). A peer that cannot join,
 * as nothing comes back from where it is, is in every group.
 */
final class Memberships {
    /** A peer and its groups. */
    static final class Member {
        private final Pipe pipe;
        private final Set<Group> groups = new HashSet<>();

        Member(Pipe pipe) {
            this.pipe = pipe;
        }

        Pipe pipe() {
            return pipe;
        }

        int count() {
            return groups.size();
        }
    }

    /** In the order of joining, so that the next message finds the same peers in the same order. */
    private final Map<Group, Set<Member>> groups = new HashMap<>();

    private final Set<Member> everywhere = new LinkedHashSet<>();

    void join(Member peer, Group group) {
        groups.computeIfAbsent(group, name -> new LinkedHashSet<>()).add(peer);
        peer.groups.add(group);
    }

    /** Without effect if it has not joined. */
    void leave(Member peer, Group group) {
        if (peer.groups.remove(group)) {
            forget(peer, group);
        }
    }

    void joinEverything(Member peer) {
        everywhere.add(peer);
    }

    void leaveAll(Member peer) {
        for (Group group : peer.groups) {
            forget(peer, group);
        }
        peer.groups.clear();
        everywhere.remove(peer);
    }

    private void forget(Member peer, Group group) {
        Set<Member> members = groups.get(group);
        if (members != null && members.remove(peer) && members.isEmpty()) {
            groups.remove(group);
        }
    }

    /** Adds the pipes of the members of a group. */
    void select(Group group, FanOut out) {
        for (Member member : groups.getOrDefault(group, Set.of())) {
            if (everywhere.isEmpty() || !everywhere.contains(member)) {
                out.add(member.pipe);
            }
        }
        for (Member member : everywhere) {
            out.add(member.pipe);
        }
    }

    boolean isEmpty() {
        return groups.isEmpty() && everywhere.isEmpty();
    }
}

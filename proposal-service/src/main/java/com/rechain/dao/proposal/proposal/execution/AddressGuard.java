package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.proposal.ProposalConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * Keeps webhooks out of networks that are not public: a proposal must not make the platform speak
 * to its own machines. A host is looked up once, all its addresses must be public, and the
 * connection then goes to the address that was looked at.
 */
@ApplicationScoped
public class AddressGuard {
    private final Set<String> privateHosts;

    AddressGuard(ProposalConfig config) {
        this.privateHosts = config.webhook().privateHosts().orElse(Set.of());
    }

    /** Where a host is. */
    sealed interface Place {
        /** There, and it may be spoken to. */
        record At(InetAddress address) implements Place {}

        /** In a network that is not public. */
        record NotPublic() implements Place {}

        /** Nowhere that is known now. */
        record Nowhere() implements Place {}
    }

    /** Where {@code host}, a name or an address, is now. */
    Place find(String host) {
        try {
            InetAddress[] all = InetAddress.getAllByName(host);
            boolean fine =
                    privateHosts.contains(host)
                            || Arrays.stream(all).allMatch(AddressGuard::isPublic);
            return fine ? new Place.At(all[0]) : new Place.NotPublic();
        } catch (UnknownHostException _) {
            return new Place.Nowhere();
        }
    }

    /** Whether {@code address} is one that everybody on the Internet can mean. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    // The registries of special addresses: RFC 6890 and what came after it.
    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        boolean shared = a == 100 && b >= 64 && b < 128;
        boolean protocol = a == 192 && b == 0 && (c == 0 || c == 2);
        boolean relay = a == 192 && b == 88 && c == 99;
        boolean benchmark = a == 198 && (b == 18 || b == 19);
        boolean examples = (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
        return a != 0 && a < 224 && !shared && !protocol && !relay && !benchmark && !examples;
    }

    // Only global unicast (2000::/3), without what hides an IPv4 address or leads nowhere.
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        boolean global = (first & 0xe000) == 0x2000;
        boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8);
        boolean sixToFour = first == 0x2002;
        boolean documentation = first == 0x3fff && second < 0x1000;
        return global && !special && !sixToFour && !documentation;
    }
}

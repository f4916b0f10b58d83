package com.rechain.dao.gateway.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The networks whose forwarding headers are believed. Immutable. */
public final class TrustedProxies {
    private static final Pattern LITERAL =
            Pattern.compile("[0-9.]+|[0-9a-fA-F:.%]*:[0-9a-zA-Z:.%]*");

    private final List<Block> blocks;

    /**
     * @throws IllegalArgumentException when an entry is neither an IP address nor a CIDR block
     */
    public TrustedProxies(List<String> entries) {
        blocks = entries.stream().map(entry -> Block.parse(entry.trim())).toList();
    }

    /** Whether the peer at {@code ip} is one of them. */
    public boolean trust(String ip) {
        if (blocks.isEmpty()) {
            return false;
        }
        byte[] address = literal(ip);
        for (Block block : blocks) {
            if (block.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The way of a request from its caller on: the first address that no trusted proxy has, counted
     * from our side, then the proxies. What stands before that address the caller may have made up.
     *
     * @param forwarded the values of X-Forwarded-For, in order
     * @param peer whom the connection is with
     */
    List<String> chainFromCaller(List<String> forwarded, String peer) {
        if (forwarded.isEmpty()) {
            return List.of(peer);
        }
        List<String> chain = new ArrayList<>();
        for (String value : forwarded) {
            for (String address : value.split(",", -1)) {
                chain.add(address.strip());
            }
        }
        chain.add(peer);
        int caller = chain.size() - 1;
        while (caller > 0 && isTrusted(chain.get(caller))) {
            caller--;
        }
        return chain.subList(caller, chain.size());
    }

    private boolean isTrusted(String address) {
        try {
            return trust(address);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] literal(String ip) {
        // Only literals get here: a name would be looked up, which blocks.
        if (!LITERAL.matcher(ip).matches()) {
            throw new IllegalArgumentException("not an IP address: " + ip);
        }
        try {
            return InetAddress.getByName(ip).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + ip, e);
        }
    }

    private record Block(byte[] network, int bits) {
        static Block parse(String entry) {
            int slash = entry.indexOf('/');
            byte[] network = literal(slash < 0 ? entry : entry.substring(0, slash));
            int most = network.length * 8;
            int bits = slash < 0 ? most : Integer.parseInt(entry.substring(slash + 1));
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException("not a CIDR block: " + entry);
            }
            return new Block(network, bits);
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != network[i]) {
                    return false;
                }
            }
            int rest = bits % 8;
            return rest == 0 || ((address[whole] ^ network[whole]) & 0xff) >> (8 - rest) == 0;
        }
    }
}

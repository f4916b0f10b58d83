package com.rechain.dao.devstack.backing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One command to one Redis server, for what its administrators do. */
final class RedisTalk {
    private static final int TIMEOUT_MILLIS = 10_000;

    private RedisTalk() {}

    /**
     * The answer, flat: an item for each text and number in it.
     *
     * @throws IllegalStateException with what it says when it refuses
     */
    static List<String> ask(int port, List<String> command) {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            write(command, socket.getOutputStream());
            List<String> items = new ArrayList<>();
            read(new DataInputStream(socket.getInputStream()), items);
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> ask(int port, String... command) {
        return ask(port, List.of(command));
    }

    private static void write(List<String> command, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("*" + command.size() + "\r\n");
        for (String word : command) {
            text.append("$%d\r\n%s\r\n".formatted(word.length(), word));
        }
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void read(DataInputStream in, List<String> items) throws IOException {
        String head = line(in);
        String rest = head.substring(1);
        switch (head.charAt(0)) {
            case '-' -> throw new IllegalStateException(rest);
            case '$' -> items.add(text(in, Integer.parseInt(rest)));
            case '*' -> {
                for (int left = Integer.parseInt(rest); left > 0; left--) {
                    read(in, items);
                }
            }
            default -> items.add(rest);
        }
    }

    private static String text(DataInputStream in, int length) throws IOException {
        if (length < 0) {
            return "";
        }
        byte[] bytes = in.readNBytes(length);
        line(in);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (byte next = in.readByte(); next != '\n'; next = in.readByte()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}

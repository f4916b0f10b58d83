package com.rechain.dao.perf.load;

/**
 * An answer as far as a load looks at it.
 *
 * @param status 0 stands for no answer
 * @param head the status line and the header fields as they came
 */
public record Answer(int status, String head) {

    /** The value of the first header field of this name; empty when there is none. */
    public String header(String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}

package com.rechain.dao.user.weightimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.problem.ProblemException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads weights from CSV (RFC 4180, UTF-8), line by line: the first line says how members are
 * named.
 */
final class CsvWeights {
    private static final ObjectReader ROWS =
            new CsvMapper().readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int COLUMNS = 2;

    private CsvWeights() {}

    /**
     * The lines in {@code body}.
     *
     * @throws ProblemException when they cannot be taken
     */
    static List<WeightLine> read(InputStream body) throws IOException {
        InputStreamReader text =
                new InputStreamReader(
                        body,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT));
        try (MappingIterator<String[]> rows = ROWS.readValues(text)) {
            return read(rows);
        } catch (CharacterCodingException | CharConversionException e) {
            throw malformed("The text is not UTF-8.");
        } catch (JsonProcessingException e) {
            throw malformed(
                    "The text is not CSV near line %d.".formatted(e.getLocation().getLineNr()));
        } catch (RuntimeException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw malformed("The text is not UTF-8.");
            }
            throw e;
        }
    }

    private static List<WeightLine> read(MappingIterator<String[]> rows) throws IOException {
        MemberReference.Kind kind = header(rows);
        LineReader lines = new LineReader();
        for (int line = 2; rows.hasNextValue(); line++) {
            String[] row = rows.nextValue();
            String place = "line " + line;
            if (row.length == COLUMNS) {
                lines.add(place, kind, row[0], row[1]);
            } else if (row.length > 1 || (row.length == 1 && !row[0].isBlank())) {
                lines.refuse(place, "columns", "must have 2 columns");
            }
        }
        return lines.finish();
    }

    private static MemberReference.Kind header(MappingIterator<String[]> rows) throws IOException {
        String[] row = rows.hasNextValue() ? rows.nextValue() : new String[0];
        if (row.length != COLUMNS || !row[1].strip().equalsIgnoreCase("weight")) {
            throw unknownHeader();
        }
        return MemberReference.Kind.ofField(row[0].replace(BYTE_ORDER_MARK, "").strip())
                .orElseThrow(CsvWeights::unknownHeader);
    }

    private static ProblemException unknownHeader() {
        Problem problem =
                PlatformProblem.MALFORMED_REQUEST.with("The first line does not name the columns.");
        return new ProblemException(
                problem.because(
                        "line 1",
                        "header",
                        "must be userId,weight or handle,weight or email,weight"));
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(PlatformProblem.MALFORMED_REQUEST.with(detail));
    }
}

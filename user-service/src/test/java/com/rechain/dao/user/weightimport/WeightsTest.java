package com.rechain.dao.user.weightimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weightimport.MemberReference.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {
    @Test
    void csvIsReadWithQuotesMarksAndEmptyLines() throws IOException {
        List<WeightLine> lines =
                csv("\uFEFFhandle,weight\r\nada,250\r\n\r\n\"Charles\",\"100\"\r\n");

        assertThat(lines)
                .containsExactly(
                        new WeightLine(
                                "line 2", new MemberReference(Kind.HANDLE, "ada"), weight("250")),
                        new WeightLine(
                                "line 4",
                                new MemberReference(Kind.HANDLE, "charles"),
                                weight("100")));
    }

    @Test
    void membersAreNamedByAddressOrIdToo() throws IOException {
        assertThat(csv("email,weight\nADA@example.org,1\n").getFirst().member())
                .isEqualTo(new MemberReference(Kind.EMAIL, "ada@example.org"));
        assertThat(
                        csv("userId,weight\n01890A5D-AC96-774B-BCCE-B302099A8057,1\n")
                                .getFirst()
                                .member())
                .isEqualTo(
                        new MemberReference(Kind.USER_ID, "01890a5d-ac96-774b-bcce-b302099a8057"));
    }

    @Test
    void everyBadLineIsNamed() {
        ProblemException refused =
                refusal(
                        "handle,weight\nada,-1\ncharles,1e3\nx y,7\nada,1,2\nada,100000000000000000000000000000000000000\n");

        assertThat(refused.problem().errors())
                .extracting(FieldError::field, FieldError::rule)
                .containsExactly(
                        tuple("line 2", "weight"),
                        tuple("line 3", "weight"),
                        tuple("line 4", "handle"),
                        tuple("line 5", "columns"),
                        tuple("line 6", "weight"));
    }

    @Test
    void aHundredErrorsAreEnough() {
        ProblemException refused = refusal("handle,weight\n" + "ada,x\n".repeat(1_000));

        assertThat(refused.problem().errors()).hasSize(100);
        assertThat(refused.problem().detail()).startsWith("1000 lines");
    }

    @Test
    void withoutAHeaderNothingIsTaken() {
        assertThat(refusal("ada,250\n").problem().errors().getFirst().field()).isEqualTo("line 1");
        assertThat(refusal("").problem().errors().getFirst().rule()).isEqualTo("header");
        assertThat(refusal("handle,weight\n").problem().status()).isEqualTo(400);
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] latin = "handle,weight\nj\u00fcrgen,1\n".getBytes(ISO_8859_1);

        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> CsvWeights.read(new ByteArrayInputStream(latin)));

        assertThat(refused.problem().detail()).contains("UTF-8");
    }

    @Test
    void oneLineMoreThanMayBeIsTooMany() throws IOException {
        String most = "handle,weight\n" + "ada,1\n".repeat(50_000);

        assertThat(csv(most)).hasSize(50_000);
        assertThat(refusal(most + "ada,1\n").problem().status()).isEqualTo(413);
    }

    @Test
    void jsonNamesEachMemberInOneWay() throws IOException {
        List<WeightLine> lines =
                json(
                        "[{\"handle\":\"ada\",\"weight\":\"250\"},{\"email\":\"c@example.org\",\"weight\":\"0\"}]");

        assertThat(lines)
                .containsExactly(
                        new WeightLine(
                                "item 1", new MemberReference(Kind.HANDLE, "ada"), weight("250")),
                        new WeightLine(
                                "item 2",
                                new MemberReference(Kind.EMAIL, "c@example.org"),
                                Weight.ZERO));
    }

    @Test
    void aJsonItemWithTwoNamesOrNoneIsRefused() {
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                json(
                                        "[{\"handle\":\"ada\",\"email\":\"a@b.example\",\"weight\":\"1\"},{\"weight\":\"1\"},null,{\"handle\":\"ada\"}]"));

        assertThat(refused.problem().errors())
                .extracting(FieldError::field)
                .containsExactly("item 1", "item 2", "item 3", "item 4");
    }

    private static List<WeightLine> csv(String text) throws IOException {
        return CsvWeights.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static List<WeightLine> json(String text) throws IOException {
        return JsonWeights.read(
                new ByteArrayInputStream(text.getBytes(UTF_8)),
                JsonMapper.builder().build().reader());
    }

    private static ProblemException refusal(String csv) {
        return catchThrowableOfType(ProblemException.class, () -> csv(csv));
    }

    private static Weight weight(String digits) {
        return new Weight(new BigInteger(digits));
    }
}

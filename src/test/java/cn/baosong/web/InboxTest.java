package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.util.HtmlUtils;

class InboxTest extends OpenOffice {
  private ResultActions opens(String address) throws Exception {
    return mvc.perform(get(URI.create(address)).with(signedIn(Role.CLERK)))
        .andExpect(status().isOk());
  }

  private String page(String address) throws Exception {
    return HtmlUtils.htmlUnescape(opens(address).andReturn().getResponse().getContentAsString());
  }

  private static List<String> shown(String page) {
    Matcher number = Pattern.compile("id=\"to-(SJ-[0-9-]+)\"").matcher(page);
    List<String> all = new ArrayList<>();
    while (number.find()) {
      all.add(number.group(1));
    }
    return all;
  }

  private static String link(String page, String rel) {
    Matcher link = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"").matcher(page);
    return link.find() ? link.group(1) : "";
  }

  @Test
  void goesThroughTheListAndBackWithItsFilterInTheAddress() throws Exception {
    for (int serial = 1; serial <= 120; serial++) {
      delivered(serial, serial % 10 == 0 ? SubmissionState.UNASSIGNED : SubmissionState.PROCESSED);
    }
    List<String> forth = new ArrayList<>();
    List<String> back = new ArrayList<>();
    String address = "/?state=PROCESSED&q=zip";
    String last = address;
    while (!address.isEmpty()) {
      assertThat(address).contains("state=PROCESSED").contains("q=zip");
      String page = page(address);
      forth.addAll(shown(page));
      last = address;
      address = link(page, "next");
    }
    assertThat(forth).hasSize(108).doesNotHaveDuplicates();
    for (address = last; !address.isEmpty(); address = link(page(address), "prev")) {
      back.addAll(0, shown(page(address)));
    }
    assertThat(back).isEqualTo(forth);
  }

  @ParameterizedTest
  @CsvSource({
    "q=000002, 2",
    "q=%E6%9D%90%E6%96%993, 3",
    "q=%E5%8D%95%E4%BD%8D%E5%90%8D, ",
    "channel=EMAIL, ",
    "from=2020-03-31, ",
    "to=2020-03-29, ",
    "call=nobody-2020, "
  })
  void narrowsToWhatIsAsked(String query, String serial) throws Exception {
    delivered(2);
    delivered(3);
    assertThat(shown(page("/?" + query)))
        .isEqualTo(serial == null ? List.of() : List.of("SJ-2020-00000" + serial));
  }

  @Test
  void saysAtTheFieldWhatItDoesNotUnderstandAndKeepsWhatWasTyped() throws Exception {
    delivered(1);
    opens("/?unit=%E6%B2%A1%E6%9C%89&from=31.3.2020&q=zip")
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("名册中没有这个单位"),
                        containsString("2020-03-31 的样子"),
                        containsString("value=\"没有\""),
                        containsString("value=\"31.3.2020\""),
                        containsString("aria-invalid=\"true\""))));
    opens("/?from=2020-03-31&to=2020-03-01").andExpect(content().string(containsString("对调")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=%25%25%25%25",
        "q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "q=(a%2B)%2B%24",
        "q=%27%3B%20drop%20table%20submission%3B--",
        "state=%24%7B7*7%7D&call=%25&channel=x&unit=%00",
        "cursor=abc",
        "before=2020-01-01T00:00:00Z_%27",
        "cursor=9999999-01-01T00:00:00Z_x",
        "from=99999-01-01",
        "from=+999999999-12-31&to=+999999999-12-31"
      })
  void isNotUpsetByAnythingThatIsTyped(String query) throws Exception {
    delivered(1);
    opens("/?" + query).andExpect(content().string(not(containsString("<img src=x"))));
    assertThat(submissions.find(People.submissionNumber(1))).isPresent();
  }

  @Test
  void findsNothingByWordsOfSignsAndSaysHowManyLieOutside() throws Exception {
    delivered(1);
    opens("/?q=%25%25%25%25")
        .andExpect(
            content().string(allOf(containsString("没有符合这些条件的报送"), containsString("另有 1 条不在此范围"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNASSIGNED", "QUARANTINED", "UNREADABLE", "IN_REVIEW", "RECEIVED"})
  void saysWhyAStateIsEmpty(String state) throws Exception {
    delivered(1);
    String page = page("/?state=" + state);
    assertThat(page).contains("class=\"empty\"").contains("没有").contains("另有 1 条不在此范围");
  }

  @Test
  void leavesAListUnderSomebodysCursorAsItIsAndSaysWhatIsNew() throws Exception {
    delivered(1);
    String page = page("/");
    Matcher top = Pattern.compile("data-top=\"([^\"]+)\"").matcher(page);
    Matcher seen = Pattern.compile("data-seen=\"([^\"]+)\"").matcher(page);
    assertThat(top.find() && seen.find()).isTrue();
    opens("/list?seen=" + seen.group(1) + "&held=" + top.group(1))
        .andExpect(header().string("HX-Reswap", "none"))
        .andExpect(content().string(not(containsString("有 "))));
    delivered(2);
    delivered(3);
    opens("/list?seen=" + seen.group(1) + "&held=" + top.group(1))
        .andExpect(header().string("HX-Reswap", "none"))
        .andExpect(
            content().string(allOf(containsString("有 2 件新到"), not(containsString("<table")))));
    opens("/list?seen=" + seen.group(1))
        .andExpect(header().doesNotExist("HX-Reswap"))
        .andExpect(content().string(containsString("SJ-2020-000003")));
  }

  @Test
  void aListThatFindsNothingNewerAfterAStrangePlaceIsTheFirstPage() throws Exception {
    List<Integer> serials = new ArrayList<>(List.of(1, 2, 3));
    Collections.shuffle(serials);
    serials.forEach(this::delivered);
    assertThat(shown(page("/?before=2031-01-01T00:00:00Z_x")))
        .containsExactly("SJ-2020-000003", "SJ-2020-000002", "SJ-2020-000001");
  }
}

package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Arrival;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

class UploadPageTest extends OpenOffice {
  @Autowired PlayedOffice.RecordingCounter counter;
  @Autowired PlayedOffice.FullDisk intake;

  @BeforeEach
  void clear() {
    counter.arrivals.clear();
    counter.bytes.clear();
  }

  private static MockMultipartFile file(String name, String bytes) {
    return new MockMultipartFile("files", name, "x/y", bytes.getBytes(StandardCharsets.UTF_8));
  }

  private static MockMultipartHttpServletRequestBuilder form(MockMultipartFile... files) {
    MockMultipartHttpServletRequestBuilder form = multipart("/upload");
    for (MockMultipartFile file : files) {
      form.file(file);
    }
    return form;
  }

  private ResultActions sends(MockHttpServletRequestBuilder form) throws Exception {
    return mvc.perform(form.with(signedIn(Role.MAIL_ROOM)).with(csrf()));
  }

  @Test
  void takesAFileInByTheSameDoorAsAProgram() throws Exception {
    sends(form(file("材料.zip", "bytes")))
        .andExpect(redirectedUrl("/upload"))
        .andExpect(flash().attribute("received", "SJ-2020-000901"));
    Arrival arrival = counter.arrivals.get(0);
    assertThat(arrival.channel()).isEqualTo(Channel.WEB);
    assertThat(arrival.name()).isEqualTo("材料.zip");
    assertThat(arrival.received().trust()).isEqualTo(TrustClass.A);
    assertThat(counter.bytes.get(0)).asString(StandardCharsets.UTF_8).isEqualTo("bytes");
  }

  /** A disc handed over before the deadline and read in after it is not late for that. */
  @Test
  void beginsTheEvidenceOfADiscWhenItWasHandedOver() throws Exception {
    sends(
            form(file("a.zip", "x"))
                .param("how", "COUNTER")
                .param("at", "2020-03-29T17:20")
                .param("unit", People.UNIT.value()))
        .andExpect(redirectedUrl("/upload"));
    Arrival arrival = counter.arrivals.get(0);
    Interval received = arrival.received().interval();
    assertThat(arrival.channel()).isEqualTo(Channel.COUNTER);
    assertThat(arrival.folderUnit()).contains(People.UNIT.value());
    assertThat(received.earliest()).isEqualTo("2020-03-29T09:20:00Z");
    assertThat(received.latest()).isAfter("2020-03-30T00:00:00Z");
  }

  @Test
  void putsSeveralFilesTogetherEachUnchanged() throws Exception {
    sends(form(file("../1.pdf", "one"), file("1.pdf", "two"), file("张三.RPU", "three")))
        .andExpect(redirectedUrl("/upload"));
    List<String> held = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(counter.bytes.get(0)), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        held.add(entry.getName() + "=" + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(held).containsExactly("1.pdf=one", "2-1.pdf=two", "张三.RPU=three");
    assertThat(counter.arrivals.get(0).name()).isEqualTo("1.pdf 等3个文件.zip");
  }

  @Test
  void takesNothingInUntilEveryFieldCanBeMeant() throws Exception {
    sends(
            form(file("empty.zip", ""))
                .param("how", "COUNTER")
                .param("at", "2031-01-01T00:00")
                .param("unit", "没有"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("请选择至少一个非空的文件"),
                        containsString("晚于现在"),
                        containsString("名册中没有这个单位"),
                        containsString("value=\"没有\""))));
    intake.reason = Optional.of("磁盘空间不足");
    try {
      sends(form(file("a.zip", "x"))).andExpect(content().string(containsString("暂不收件")));
    } finally {
      intake.reason = Optional.empty();
    }
    assertThat(counter.arrivals).isEmpty();
  }

  @Test
  void readsNothingOfWhoeverMayHandNothingIn() throws Exception {
    mvc.perform(form(file("a.zip", "x")))
        .andExpect(status().is3xxRedirection())
        .andExpect(redirectedUrl("/login"));
    mvc.perform(form(file("a.zip", "x")).with(signedIn(Role.AUDITOR)))
        .andExpect(status().isForbidden());
    mvc.perform(form(file("a.zip", "x")).with(signedIn(Role.CLERK)))
        .andExpect(status().isForbidden());
    mvc.perform(
            form(file("a.zip", "x"))
                .with(signedIn(Role.CLERK))
                .with(csrf())
                .with(
                    request -> {
                      request.setContent(new byte[0]);
                      return request;
                    }))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get("/upload").with(signedIn(Role.ADMIN))).andExpect(status().isForbidden());
    assertThat(counter.arrivals).hasSize(1);
  }
}

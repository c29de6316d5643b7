package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Accounts.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.ResultActions;

/** However many people take whole cases away, only so many copies lie on our disk. */
class DownloadsTest extends OpenOffice {
  @Autowired Downloads downloads;

  @Test
  void asksTheNinthToComeBackInHalfAMinuteAndServesItThen() throws Exception {
    delivered(1);
    Dossier accepted = filed(1, 1, DossierState.ACCEPTED);
    List<Downloads.Place> taken = new ArrayList<>();
    try {
      for (int i = 0; i < Downloads.AT_ONCE; i++) {
        taken.add(downloads.take());
      }
      assertThatThrownBy(downloads::take).isInstanceOf(TooManyDownloads.class);
      takes(accepted).andExpect(status().is(503)).andExpect(header().string("Retry-After", "30"));
      assertThat(events("CASE_TAKEN")).as("nothing was taken").isZero();
    } finally {
      taken.forEach(Downloads.Place::close);
    }
    takes(accepted)
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "application/zip"));
    assertThat(events("CASE_TAKEN")).isEqualTo(1);
    downloads.take().close();
  }

  private ResultActions takes(Dossier dossier) throws Exception {
    Viewer officer = new Viewer("officer", Set.of(Role.OFFICER), Set.of("zjc"));
    return mvc.perform(
        get("/queues/zjc/cases/" + dossier.publicId() + ".zip")
            .with(
                authentication(
                    UsernamePasswordAuthenticationToken.authenticated(
                        officer, "", List.of(new SimpleGrantedAuthority("ROLE_OFFICER"))))));
  }
}

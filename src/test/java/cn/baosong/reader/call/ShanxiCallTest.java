package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.reader.call.Loading.Loaded;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShanxiCallTest {
  @Test
  void loads() {
    Loading loading =
        Loaders.loader().load(new CallId("sx-bqw-2020"), Path.of("forms/sx-bqw-2020"));
    assertThat(loading).isInstanceOf(Loaded.class);
    Call call = ((Loaded) loading).call().call();
    assertThat(call.materials()).hasSize(7);
  }
}

package cn.baosong.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * Keeps what the next page says once in memory, and not with the log-in in the database: it may
 * hold a name, or a token that nobody is shown again.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class ToldOnce extends AbstractFlashMapManager {
  private static final int MOST = 1000;

  private final Map<String, List<FlashMap>> bySession =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<FlashMap>> eldest) {
          return size() > MOST;
        }
      };

  @Override
  protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    synchronized (bySession) {
      List<FlashMap> kept = session == null ? null : bySession.get(session.getId());
      return kept == null ? null : new ArrayList<>(kept);
    }
  }

  @Override
  protected void updateFlashMaps(
      List<FlashMap> told, HttpServletRequest request, HttpServletResponse response) {
    String session = request.getSession().getId();
    synchronized (bySession) {
      bySession.remove(session);
      if (!told.isEmpty()) {
        bySession.put(session, List.copyOf(told));
      }
    }
  }

  @Override
  protected Object getFlashMapsMutex(HttpServletRequest request) {
    return bySession;
  }
}

// An HTTP server on 127.0.0.1 that answers as a test says.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace sumario::page {

class LoopbackServer {
 public:
  // Gets a request's line and fields, sends through `out` what it likes; then the connection is closed.
  using Send = std::function<bool(std::string_view)>;  // false when the other side is gone
  using Handler = std::function<void(const std::string& request, const Send& out)>;

  explicit LoopbackServer(Handler handler) : handler_(std::move(handler)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    auto* plain = reinterpret_cast<sockaddr*>(&at);
    if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, plain, &size) != 0)
      throw std::runtime_error("no loopback server");
    port_ = ntohs(at.sin_port);
    thread_ = std::jthread([this](std::stop_token stop) { serve(std::move(stop)); });
  }
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  ~LoopbackServer() {
    thread_.request_stop();
    thread_.join();
    ::close(listener_);
  }

  int port() const { return port_; }
  std::string address(std::string_view target) const {
    return "http://127.0.0.1:" + std::to_string(port_) + std::string(target);
  }
  // "GET /a", in order.
  std::vector<std::string> asked() const {
    std::scoped_lock lock(mutex_);
    return asked_;
  }

 private:
  void serve(std::stop_token stop) {
    while (!stop.stop_requested()) {
      pollfd waiting{listener_, POLLIN, 0};
      if (::poll(&waiting, 1, 20) <= 0) continue;
      int peer = ::accept(listener_, nullptr, nullptr);
      std::string request;
      char byte = 0;
      while (!request.ends_with("\r\n\r\n") && ::read(peer, &byte, 1) == 1) request += byte;
      {
        std::scoped_lock lock(mutex_);
        asked_.push_back(request.substr(0, request.rfind(" HTTP/", request.find('\r'))));
      }
      handler_(request, [&](std::string_view bytes) {
        return !stop.stop_requested() &&
               ::send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
      });
      ::close(peer);
    }
  }

  Handler handler_;
  int listener_ = -1, port_ = 0;
  mutable std::mutex mutex_;
  std::vector<std::string> asked_;
  std::jthread thread_;
};

}  // namespace sumario::page

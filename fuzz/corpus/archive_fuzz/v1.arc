filedesc://a.arc 0.0.0.0 20140216050221 text/plain 4
1 0

http://post.example/a 192.0.2.1 20140216050221 text/html 52
HTTP/1.0 200 OK
Content-Type: text/html

<p>One.

-- What a program of version 2 may keep beside.
INSERT INTO pages VALUES (1, '2024-03-05T08:00:00+00:00', NULL, 'https://coastal.example/falcoeira', NULL, '["paywall"]');
INSERT INTO visits VALUES ('https://coastal.example/feed', '"7"', NULL);

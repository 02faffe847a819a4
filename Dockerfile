# One image for every process. Build: docker build -t werklijn .
FROM python:3.12-slim AS build
WORKDIR /app
RUN python -m venv /opt/venv
COPY requirements.lock ./
RUN /opt/venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY locales locales
COPY services services
COPY dialogs dialogs
COPY bot bot
RUN /opt/venv/bin/pip install --no-deps --no-build-isolation \
        --config-settings editable_mode=compat -e . \
    && /opt/venv/bin/python -m compileall -q bot dialogs services
# What is optional, and so not in the lock: --build-arg EXTRAS=semantic (docs/linking.md).
ARG EXTRAS=
RUN test -z "$EXTRAS" || /opt/venv/bin/pip install --no-cache-dir --no-build-isolation \
        --config-settings editable_mode=compat -e ".[$EXTRAS]"

FROM python:3.12-slim
# `werklijn backup` and `restore` of PostgreSQL use its own programs, no older than the server.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/*
# A fixed number, so that whoever mounts a folder on /data knows to whom it must belong.
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin werklijn \
    && install -d -o werklijn -g werklijn -m 0700 /data
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    WERKLIJN_HTTP_HOST=0.0.0.0
# The program keeps its data in ./data, and here that is the volume.
WORKDIR /
VOLUME /data
USER werklijn
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["python", "-c", "\
import http.client, os, sys; \
port = int(os.environ.get('WERKLIJN_HTTP_PORT', '8080')); \
door = http.client.HTTPConnection('127.0.0.1', port, timeout=4); \
door.request('GET', '/readyz'); \
sys.exit(door.getresponse().status != 200)"]
CMD ["werklijn", "run"]

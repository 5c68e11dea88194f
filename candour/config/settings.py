"""One file of settings for every installation: what differs, differs by value and never by file."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from candour.config.databases import database_at, sqlite_in
from candour.config.environment import env, env_flag, env_list, env_minutes, env_number
from candour.config.home import HomeKind, home_from_environment
from candour.config.own_packs import own_packs

# --- The installation -----------------------------------------------------------------------------

HOME = home_from_environment()
DEMONSTRATION = HOME.kind is HomeKind.DEMONSTRATION
TODAY = HOME.today
"""The day a demonstration stands still on; None asks the clock."""
PAPERS = HOME.papers
INBOX = HOME.inbox
EXERCISES = DEMONSTRATION or env_flag("CANDOUR_EXERCISES", default=False)
"""Whether a notification may fall under a law that was proposed and never in force."""
PACKS = own_packs(env("CANDOUR_PACKS", str(HOME.packs) if HOME.packs.is_dir() else ""))
"""The folder of law and methods that the installation keeps beside Candour's own."""
ADDRESS = env("CANDOUR_ADDRESS", "http://127.0.0.1:8000")
"""Where people open the service: e-mails and calendars name it."""
READING_ROOM_ADDRESS = env("CANDOUR_READING_ROOM_ADDRESS", "http://127.0.0.1:8001")

SECRET_KEY = HOME.key("secret_key")
FIELD_KEY = HOME.key("field_key")

DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", *([] if DEMONSTRATION else env_list("CANDOUR_HOSTS", ""))]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS[2:]]

# --- What it is made of ---------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # our own templates may stand in for the widgets
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "candour.kernel.people",
    "candour.kernel.outbox",
    "candour.kernel.reviews",
    "candour.kernel.audit",
    "candour.kernel.papers",
    "candour.kernel.web",
    "candour.stages.notify",
    "candour.stages.decide",
    "candour.stages.commission",
    "candour.stages.chronology",
    "candour.stages.analysis",
    "candour.stages.report",
    "candour.stages.hearing",
    "candour.stages.respond",
    "candour.stages.learn",
    "candour.stages.oversee",
    "candour.desk",
]

MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",  # first, so that nothing is answered without its header
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "candour.kernel.web.idling.IdleMiddleware",
    "candour.kernel.web.idling.SignInFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "candour.kernel.web.refusals.TroubleMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "candour.config.urls"
WSGI_APPLICATION = "candour.config.wsgi.application"

PACKAGE = Path(__file__).parents[1]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # A page's template lies beside its module: stages/<stage>/pages/<page>.html.
        "DIRS": [PACKAGE, PACKAGE / "kernel" / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "candour.kernel.web.surroundings.surroundings",
                "candour.stages.notify.exercise_band.exercise_band",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Database -------------------------------------------------------------------------------------

# ATOMIC_REQUESTS stays off: under IMMEDIATE each request would queue for the one writer, and the
# record of a refused attempt would be rolled back with the refusal. `act` opens the transactions.
SQLITE = sqlite_in(HOME.database)
# A demonstration signs in whoever asks, so it never opens another database than its own folder's.
DATABASES = {
    "default": database_at(address) if (address := env("DATABASE_URL", "")) and not DEMONSTRATION else SQLITE
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Signing in -----------------------------------------------------------------------------------

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/tasks/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "candour.kernel.web.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_DISPLAY = "candour.kernel.web.adapters.display_name"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
# Passwords are axes' to count (below). These are for codes, and wide enough for all of a board's
# people to sign in at nine o'clock from behind one address.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "10/15m/key"}
MFA_ADAPTER = "candour.kernel.web.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_VERBOSE = False
AXES_LOCKOUT_TEMPLATE = "account/locked.html"

# Idleness signs out; the session itself stays over nights and a weekend, to give back what was typed.
SESSION_IDLE_SECONDS = env_minutes("CANDOUR_IDLE_MINUTES", 30) * 60
SESSION_COOKIE_AGE = 7 * 24 * 60 * 60
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_HTTPONLY = True

# --- What the browser may do ----------------------------------------------------------------------

# Plain http is for one's own machine only; anywhere else a proxy speaks https in front of this.
HTTPS = env_flag("CANDOUR_HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
MOST_UPLOADED_BYTES = 100 * 1024 * 1024

# --- Files for the browser, language, log ---------------------------------------------------------

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # straight from the package: there is no folder to collect into
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

# --- E-mail ---------------------------------------------------------------------------------------

# Only `candour remind` sends, and only where a mail server is named; a demonstration writes to nobody.
EMAIL_HOST = env("CANDOUR_MAIL_HOST", "")
SENDS_MAIL = bool(EMAIL_HOST) and not DEMONSTRATION
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if SENDS_MAIL else 'dummy'}.EmailBackend"
EMAIL_PORT = env_number("CANDOUR_MAIL_PORT", 587)
EMAIL_HOST_USER = env("CANDOUR_MAIL_USER", "")
EMAIL_HOST_PASSWORD = env("CANDOUR_MAIL_PASSWORD", "")
EMAIL_USE_TLS = env_flag("CANDOUR_MAIL_TLS", default=True)
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = env("CANDOUR_MAIL_FROM", "candour@localhost")


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "candour.kernel.web.log_lines.LogLines",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": env("CANDOUR_LOG", "WARNING")},
}

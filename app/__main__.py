"""`python -m app` is `reelmend`; child processes start this way too."""

import sys

from app.main import main

if __name__ == "__main__":
    sys.exit(main())

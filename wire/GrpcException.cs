namespace Wire;

/// <summary>A call that ended with a gRPC status other than OK.</summary>
public sealed class GrpcException(GrpcStatus status, string message) : Exception(message)
{
    /// <summary>The status of the call.</summary>
    public GrpcStatus Status { get; } = status;
}

/// <summary>The gRPC status codes that this repository tells apart (gRPC documentation, "Status codes").</summary>
public enum GrpcStatus
{
    /// <summary>The call succeeded.</summary>
    Ok = 0,

    /// <summary>The server failed for a reason it does not classify.</summary>
    Unknown = 2,

    /// <summary>The server has no such method.</summary>
    Unimplemented = 12,

    /// <summary>The server cannot be reached.</summary>
    Unavailable = 14,
}

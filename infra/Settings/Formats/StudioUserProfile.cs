namespace SageMakerIam.Settings.Formats;

/// <summary>A user profile of Studio, with the domain that it is in.</summary>
/// <remarks>SageMaker API Reference, CreateUserProfile, DomainId and UserProfileName.</remarks>
internal sealed class StudioUserProfile : Format
{
    /// <inheritdoc/>
    public override string Allowed => "a user profile of Studio, 'DOMAIN/NAME' as its ARN ends, such as 'd-0123456789ab/jane'";

    /// <inheritdoc/>
    public override string Pattern => "d-[a-z0-9-]{1,61}/[A-Za-z0-9][A-Za-z0-9-]{0,62}";
}
